# SPDX-License-Identifier: EUPL-1.2
"""Nothing is opened that a document names, nothing is written to disk, nothing foreign is run, any text is printed."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.telling.block import (
    Attachment,
    Bar,
    BarPicture,
    Bullets,
    Cell,
    Column,
    Document,
    GraphEdge,
    GraphNode,
    GraphPicture,
    Heading,
    PageBreak,
    Pairs,
    Paragraph,
    Span,
    Table,
    Tone,
)
from resources import files
from storage.paper import text_of, write_pdf
from tests.socket_guard import python_path
from tests.storage.paper.sample import document, rich
from tests.storage.paper.tree import opened

ROOT = Path(__file__).resolve().parents[3]
ANY = st.text(st.characters(exclude_categories=()), max_size=30)
SPANS = st.lists(st.builds(Span, ANY, st.booleans(), st.booleans(), ANY), max_size=3).map(tuple)
CELLS = st.builds(Cell, ANY, st.booleans(), st.booleans(), ANY, ANY, SPANS)
COLUMNS = st.lists(st.builds(Column, ANY, st.floats(0, 1)), max_size=4).map(tuple)
MONEY = st.decimals(-(10**11), 10**11, places=2)
BLOCKS = st.one_of(
    st.builds(Heading, st.integers(-1, 9), ANY, ANY),
    st.builds(Paragraph, SPANS, st.sampled_from(Tone)),
    st.builds(Bullets, st.lists(SPANS, max_size=3).map(tuple), st.booleans()),
    st.builds(
        Table, ANY, COLUMNS, st.lists(st.lists(CELLS, max_size=4).map(tuple), max_size=3).map(tuple), st.integers(0, 2)
    ),
    st.builds(Pairs, st.lists(st.tuples(ANY, ANY), max_size=3).map(tuple), ANY),
    st.builds(BarPicture, ANY, ANY, st.lists(st.builds(Bar, ANY, MONEY, MONEY), max_size=3).map(tuple)),
    st.builds(
        GraphPicture,
        ANY,
        ANY,
        st.lists(st.builds(GraphNode, st.sampled_from("abc"), ANY, st.booleans(), st.booleans()), max_size=4).map(
            tuple
        ),
        st.lists(
            st.builds(GraphEdge, st.sampled_from("abcd"), st.sampled_from("abc"), ANY, st.booleans()), max_size=4
        ).map(tuple),
    ),
    st.just(PageBreak()),
)
ATTACHMENTS = st.lists(st.builds(Attachment, ANY, ANY, st.binary(max_size=20), ANY), max_size=2).map(tuple)
DOCUMENTS = st.builds(
    Document, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, st.lists(BLOCKS, max_size=5).map(tuple), ATTACHMENTS
)

_opened: list[tuple[str, int]] | None = None


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _opened is not None:
        _opened.append((str(arguments[0]), int(arguments[2] or 0)))


sys.addaudithook(_note)


def opened_while_writing(paper: Document) -> list[tuple[str, int]]:
    """Write a document and name the files that were opened meanwhile."""
    global _opened  # noqa: PLW0603 - an audit hook cannot be taken away, only told when to look
    write_pdf(rich())
    _opened = []
    try:
        write_pdf(paper)
        return _opened
    finally:
        _opened = None


@given(DOCUMENTS)
@settings(max_examples=80)
def test_any_text_can_be_printed(paper):
    pdf = write_pdf(paper)
    assert f"van {len(text_of(pdf))}" in text_of(pdf)[-1]


def test_no_file_is_opened_but_those_that_ship_and_none_is_written():
    names = '<img src="/etc/hostname"/> <a href="file:///etc/hostname">x</a>'
    paper = document(Heading(1, names), Paragraph.of(names), Table(names, (Column(names, 1),), ((Cell(names),),)))
    paper = replace(paper, attachments=(Attachment("/etc/hostname", "text/plain", b"x", "../../etc/hostname"),))
    found = opened_while_writing(paper)
    assert all(Path(name).is_relative_to(files.ROOT) for name, _ in found), found
    assert not any(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) for _, flags in found)


def test_attachment_comes_out_as_it_went_in():
    content = bytes(range(256)) * 3
    twice = (Attachment("a.bin", "niet een type", content, "één"), Attachment("a.bin", "text/csv", b"2", ""))
    with opened(write_pdf(document(Paragraph.of("x"), attachments=twice))) as pdf:
        specs = [pdf.attachments[name] for name in pdf.attachments]
        assert sorted(one.get_file().read_bytes() for one in specs) == sorted([content, b"2"])
        assert {str(one.obj.AFRelationship) for one in specs} == {"/Data"}
        assert len(pdf.Root.AF) == 2


def test_same_document_same_bytes():
    first = write_pdf(rich())
    assert write_pdf(document(Paragraph.of("iets anders"))) != first
    assert write_pdf(rich()) == first


def test_every_font_is_embedded():
    with opened(write_pdf(rich())) as pdf:
        fonts = [one for one in pdf.objects if hasattr(one, "get") and one.get("/Type") == "/FontDescriptor"]
        names = {str(one.FontName).partition("+")[2] for one in fonts}
        assert names == {"SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Italic"}
        assert all("/FontFile2" in one for one in fonts)
        assert b"Helvetica" not in b"".join(one.unparse() for one in pdf.objects if not hasattr(one, "read_bytes"))


def run_fresh(code: str, home: Path) -> str:
    """Run some lines in a fresh Python and give what it prints."""
    environment = {**os.environ, "HOME": str(home), "USERPROFILE": str(home), "PYTHONPATH": python_path(ROOT, home)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_import_loads_nothing_heavy(tmp_path):
    heavy = "{'reportlab', 'pikepdf', 'PIL', 'pypdfium2', 'fontTools', 'lxml'}"
    code = f"import sys, storage.paper; print({heavy} & {{name.partition('.')[0] for name in sys.modules}})"
    assert run_fresh(code, tmp_path) == "set()\n"


def test_foreign_modifications_of_the_library_are_not_run(tmp_path):
    (tmp_path / ".reportlab_mods").write_text("print('gekaapt')")
    (tmp_path / "reportlab_mods.py").write_text("print('gekaapt')")
    assert "gekaapt" in run_fresh("import reportlab", tmp_path)
    code = "import storage.paper as paper, tests.storage.paper.sample as one; print(len(paper.write_pdf(one.rich())))"
    assert run_fresh(code, tmp_path).strip().isdecimal()
