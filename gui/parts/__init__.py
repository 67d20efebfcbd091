# SPDX-License-Identifier: EUPL-1.2
"""The building blocks of every page. One page on how to use each; import them from the module named.

Pages
    page_frame.PageFrame(title, intro)  `add(widget)` below each other (max 980 px, scrolls), `set_primary(button)` the
                                        one primary button top right, `add_action(widget)` left of it, `reveal(widget)`
    card.Card(title, intro)             `add(widget)`, `add_layout(layout)`, `corner(widget)` right of the title
    notice.Notice(Tone.WARN, text, action)  a sentence with at most one button: signal `asked`; hidden while empty
    link_rows.LinkRows(framed=True)     links below each other: `show_links((Link("f7", "Witwassen"),))`, `asked(place)`
    label.label(text, role) · label.Prose(text, role) · label.rule()   roles: page section label muted small figure
    button.button(text, icon, Rank.PRIMARY, on_click) · button.icon_button(name, icon, on_click)
    badge.Badge(Tone.OK, "klaar")       icon and word on a soft colour; `show_state(tone, word)`
    badge.DegreeBadge(Degree.SERIOUS)   a word with one to three bars, always neutral

Fields (all are `field.Field`): `load(value)` shows another record, `set_value(value)` the same record as it now is (and
leaves alone what is being typed), `value()`, `flush()`, signals `edited(value)`, `drafted(text)`, `problem_changed`.
Values are those of the dossier: NOT_KNOWN when empty, None for *none* (only with `none_word`).
    typed_field.TextField               one line; `empty=""` where the dossier has a plain str
    long_text.LongTextField             running text, grows, takes at most 20,000 characters
    date_field.DateField · PeriodField  When, Period; 26-1-2026 · 26 jan 2026 · 2026-01-26 · 01-2026 · 2026
    number_fields.MoneyField · PercentField   Money (245000 · 245.000,00), Fraction (25 · 33,3 %)
    number_fields.WholeField · DecimalField   int (40), Fraction (1,5)
    choice_field.ChoiceField(words=…, make=Role, none_word=…, search=…)   code → Dutch word, "niet bekend" = NOT_KNOWN
    segmented.SegmentedField            ja · nee · onbekend · n.v.t. with keys J N O V, or segments of your own
    segmented.TriField                  True, False, NOT_KNOWN
    chips.SourcePicker · PartiesPicker · TagList   several things as chips: tuple of ids or texts
    choices.of(dossier, catalogue)      what pickers offer: `.parties`, `.sources`, `.permits`

Forms
    form.Form(columns=2).add(label, field, help, wide=True)   label above, help on hover and F1, one line when wrong
    field_spec.FieldSpec(attr, label, Kind.DATE, help, …)     a form as a table, also for parts: attr="benefit.amount",
                                                              within=Benefit; shown=lambda fact: … asks it only then;
                                                              needed=sentence, check=text → sentence
    record_form.RecordForm(specs, choices, columns)           over one frozen value: `load`, `show_record`, `changed`
    side_sheet.RecordSheet(title, specs, choices)             the same as a sheet, with "Klaar" and "Verwijder"
    side_sheet.SideSheet(title)                               a bare sheet: `add(widget)`; Esc closes it; `ask(button)`
                                                              puts a verb and "Annuleer" in the place of "Klaar"
    asking_sheet.AskingSheet(title)                           asks before there is anything: `hold(name, field)`,
                                                              `propose(name, value)`; all of it is a draft
    new_record_sheet.NewRecordSheet(title, specs, choices, verb)   asks what a new record needs: `made(dict)`
    fold.Fold(title, content)                                 stands folded until it is pressed
    undo_words.changed_words(thing, specs, before, after)     "Naam van … gewijzigd"
    mentions.where_mentioned(dossier, id)                     (words, first place) of what speaks of a record
    course.CourseCard                                         a table of events and the sheet of one
    later.Later(owner)                                        `do(name, then)`: what may be made after the rest is shown

Tables
    record_table.RecordTable(name, columns, empty=sentence, add=verb)   `show_records(tuple)`, `current()`, signals
        `opened(record)` (Enter, double click), `add_asked()` (Insert, button), `remove_asked(record)` (Delete),
        `selected(record)`; `fits=False` fills the height that is there
    record_model.Column(head, read, width, right=…, badge=…, tip=…, order=…, struck=…)

A step of a dossier is a `gui.dossier.step_page.StepPage`:

    SPECS = (FieldSpec("name", "Naam", empty=""), FieldSpec("born", "Geboren", Kind.DATE))

    class PartiesPage(StepPage):
        def __init__(self) -> None:
            super().__init__("Betrokkenen", "Wie er meedoet, en in welke rol.")
            self._table = self.add(RecordTable("Betrokkenen", COLUMNS, empty="Er is nog niemand.", add="Voeg toe"))
            self._table.opened.connect(self._open)

        def show_dossier(self, dossier, assessment, catalogue):   # show frozen values, keep nothing of your own
            self._table.show_records(dossier.parties)

        def _open(self, party):
            sheet = RecordSheet(party.name, SPECS, choices.of(self.dossier, self.catalogue))
            sheet.load(party)
            sheet.changed.connect(lambda p: self.change(replace(self.dossier, parties=put(self.dossier.parties, p)),
                                                        "Betrokkene gewijzigd"))
            self.open_sheet(sheet, party.id)

`change(dossier, label)` hands the new dossier on; the session keeps it, undo names it by its label, and `show_dossier`
follows. An open sheet must be shown the record again there: `sheet.show_record(record)`. `go_to(place)` answers a link
of the panel (an id such as `f7` or a question id). Register the page in `gui/dossier/steps.py`.
"""
