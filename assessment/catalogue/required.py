# SPDX-License-Identifier: EUPL-1.2
"""The codes that every catalogue knows, because dossier files may use them (dossier-format 1 and 3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())


REQUIRED: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "permits": (
        "permits.yaml",
        _codes(
            """
            ALC EXP COF SEX SPE EVE VEC SHG OBM HUI SUB VAS OPD AUT BRA VUU OPK ZOR
            """
        ),
    ),
    "partners": (
        "partners.yaml",
        _codes(
            """
            betrokkene gemeente gemeente-elders kvk kadaster open-bron politie justid om belastingdienst douane
            fiod bibob-register lbb riec arbeidsinspectie uwv svb ind kmar nvwa ksa bft rdw omgevingsdienst
            waterschap toezichthouder corporatie netbeheerder ggd notaris accountant bank melding
            """
        ),
    ),
    "bases": (
        "bases.yaml",
        _codes(
            """
            bibob-7a bibob-7b bibob-7c bibob-9 bibob-11a bibob-26 bibob-28-2-m bpg-4-3-1-l bjsg-15 wjsg-39f
            own-task wgs
            """
        ),
    ),
    "legal_forms": (
        "legal-forms.yaml",
        _codes(
            """
            eenmanszaak vof maatschap cv bv nv stichting vereniging cooperatie foreign
            """
        ),
    ),
    "offences": (
        "offences.yaml",
        _codes(
            """
            apv-2.28 arbeidstijdenbesluit-vervoer awr-67c awr-67f awr-69 huisvestingswet-21 meststoffenwet-14
            omgevingswet-5.1 omgevingswet-5.5 opiumwet-2 opiumwet-3 opiumwet-11a sr-140 sr-177 sr-197a sr-225
            sr-227b sr-273f sr-285 sr-287 sr-300 sr-310 sr-311 sr-312 sr-317 sr-321 sr-326 sr-343 sr-350 sr-416
            sr-420bis sr-420ter sr-420quater vuurwerkbesluit-2.2.1 wav-2 wet-dieren-2.1 wet-milieubeheer-10.37
            wok-1 wok-30r wft-2.3a wwft-16 wvw-107 wwm-26 alcoholwet-3 arbowet-5 wml-18b
            """
        ),
    ),
}
"""Field of the catalogue: its file, and the codes that it must know."""
