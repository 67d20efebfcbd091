# SPDX-License-Identifier: EUPL-1.2
"""What a document says about itself to a machine: XMP with the claims PDF/A-3a and PDF/UA-1, and the dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from assessment.telling.block import Document
from storage.paper.typeface import one_line

PROGRAM: Final = "Toetssteen"
PRODUCER: Final = "Toetssteen (ReportLab, pikepdf)"

_NAMES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_EXTENSION: Final = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the document follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""PDF/A asks that a property it does not know itself is explained: here the one of PDF/UA."""


@dataclass(frozen=True, slots=True)
class About:
    """The description of a document, in texts that XML and PDF can hold."""

    title: str
    author: str
    subject: str
    language: str
    made_on: date | None

    @classmethod
    def of(cls, document: Document) -> About:
        """Describe a document; a title is never empty, a day that is no date is left out."""
        title = one_line(document.title) or one_line(document.reference) or PROGRAM
        return cls(title, one_line(document.authority), one_line(document.subject), document.language, _day(document))

    @property
    def moment(self) -> str:
        """Give the date as XMP writes it, at midnight; empty when there is none."""
        return f"{self.made_on.isoformat()}T00:00:00+00:00" if self.made_on else ""

    @property
    def pdf_moment(self) -> str:
        """Give the date as PDF writes it; empty when there is none."""
        return f"D:{self.made_on:%Y%m%d}000000+00'00'" if self.made_on else ""


def xmp(about: About) -> bytes:
    """Write the XMP packet."""
    parts = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_in_default_language(about.title)}</dc:title>",
        f"<dc:creator><rdf:Seq><rdf:li>{escape(about.author)}</rdf:li></rdf:Seq></dc:creator>",
        f"<dc:description>{_in_default_language(about.subject)}</dc:description>",
        f"<dc:language><rdf:Bag><rdf:li>{escape(about.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>",
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
    ]
    if about.moment:
        parts.append(f"<xmp:CreateDate>{about.moment}</xmp:CreateDate><xmp:ModifyDate>{about.moment}</xmp:ModifyDate>")
    names = " ".join(f'xmlns:{short}="{name}"' for short, name in _NAMES.items())
    body = "\n".join(parts)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {names}>\n{body}\n</rdf:Description>\n{_EXTENSION}\n'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def _in_default_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def _day(document: Document) -> date | None:
    try:
        return date.fromisoformat(document.made_on[:10])
    except ValueError:
        return None
