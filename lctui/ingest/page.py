"""The stages in order: bytes → lines → blocks → drafts → articles. Pure; nothing is read or written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lctui.garbage import no_collecting
from lctui.ingest.articles import take_apart, tie_subheads
from lctui.ingest.block import Block, Kind
from lctui.ingest.blocks import find_blocks
from lctui.ingest.boxes import body_of, box_owner, box_paragraphs, mark_boxes
from lctui.ingest.bylines import Dateline, Signature, merge, read_dateline, read_end_signature
from lctui.ingest.continuity import Continuity
from lctui.ingest.decode import PageError, decode, without_marks
from lctui.ingest.drafts import Draft
from lctui.ingest.edits import as_repairs
from lctui.ingest.folios import earliest_date, read_folio
from lctui.ingest.furniture import settle_furniture
from lctui.ingest.halves import claim_half, enclosed_subheads
from lctui.ingest.headlines import match_headlines, settled_heads
from lctui.ingest.labels import names_commentary
from lctui.ingest.lone_names import settle_bylines
from lctui.ingest.openings import pen_name
from lctui.ingest.paragraphs import Passage, make_passages, make_text
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Layout, Line, measure, read_lines
from lctui.ingest.sheet import Sheet
from lctui.ingest.titles import Habits, Headline, headline_habits, split_headline
from lctui.model import Article, ArticleKind, Byline, Furniture, Issue, Paragraph, Repair

__all__ = ["PageError", "read_page"]


@no_collecting()
def read_page(
    data: bytes, *, source: str, id: str, codec: str | None = None, params: IngestParams = PARAMS
) -> Issue:
    """The articles of a page dump.

    Args:
        data: the bytes of the page, in any encoding that `decode` knows.
        source: the path as given, kept for display.
        id: the name of the issue, stable across runs and machines; articles are numbered under it.
        codec: the encoding, as `encodings.known` gives it, where the reader has said it.

    Raises:
        PageError: "empty" or "binary", where there is no text at all.
    """
    decoded = decode(data, codec)
    lines = read_lines(decoded.lines, decoded.breaks)
    settle_furniture(lines, params)
    settle_bylines(lines, params)
    mark_boxes(lines, params)
    layout = measure(lines, params)
    blocks = find_blocks(lines, layout, params)
    sheet = take_apart(blocks, layout, params)
    repairs = [
        Repair(number, "undecodable" if mark == "\ufffd" else "control", code, mark)
        for number, code, mark in decoded.marks
    ]
    articles = _articles(sheet, layout, id, params)
    placed = {number for article in articles for number in _numbers(article)}
    placed.update(line.number for line in sheet.furniture)
    # Whatever no stage has claimed is set aside where it can be seen: no line of a page is ever lost.
    sheet.furniture.extend(line for line in lines if line.number not in placed)
    sheet.furniture.sort(key=lambda line: line.number)
    repairs += as_repairs(
        (line.number, decoded.lines[line.number - 1], line.edits) for line in lines if line.edits
    )
    if decoded.marks:
        repairs.sort(key=lambda repair: repair.line)
    folio = read_folio(line.text for line in sheet.furniture)
    inferred = None
    if folio.date is None:
        inferred = earliest_date(paragraph.text for article in articles for paragraph in article.paragraphs)
    return Issue(
        id=id,
        source=source,
        encoding=decoded.encoding,
        lines=decoded.lines,
        articles=tuple(articles),
        furniture=_furniture(sheet.furniture),
        repairs=tuple(repairs),
        masthead=folio.masthead,
        date=folio.date,
        date_inferred=inferred,
        weekday=folio.weekday,
        issue_number=folio.issue_number,
        editor=folio.editor,
        page=folio.page,
        section=folio.section,
        undecodable=decoded.undecodable,
    )


def _numbers(article: Article) -> Iterator[int]:
    yield from article.headline_lines
    yield from article.byline_lines
    for paragraph in article.paragraphs:
        for first, last in paragraph.lines:
            yield from range(first, last + 1)


def _furniture(lines: Sequence[Line]) -> tuple[Furniture, ...]:
    return tuple(Furniture(line.text, ((line.number, line.number),)) for line in lines)


def _articles(
    sheet: Sheet,
    layout: Layout,
    issue: str,
    params: IngestParams,
) -> list[Article]:
    drafts = sheet.drafts
    if sheet.mixed:
        params = replace(params, wrong_side=params.wrong_side * params.mixed_page)
    matching = match_headlines(drafts, sheet.runs, sheet.before, sheet.wording, params)
    heads = matching.heads
    if matching.subheads:
        # Now that it is known which stretches are one article, its headline is sought for all of it.
        tie_subheads(matching.subheads)
        enclosed = enclosed_subheads(heads, drafts, sheet.runs)
        tie_subheads(enclosed)
        gone = {id(run) for run in (*matching.subheads, *enclosed)}
        runs = [run for run in sheet.runs if id(run) not in gone]
        known = settled_heads(matching, drafts, runs, sheet.before)
        drafts = [draft for draft in drafts if draft.merged is None]
        for run in runs:
            run.above = run.above.whole if run.above else None
            run.below = run.below.whole if run.below else None
        if known is None:
            known = match_headlines(drafts, runs, sheet.before, sheet.wording, params, subheads=False).heads
        heads = known
    for place, draft in enumerate(drafts):
        if draft.label is not None:
            heads.setdefault(place, []).insert(0, draft.label)
        claim_half(draft, heads.get(place, []), sheet.continuity, params)
    if not drafts and sheet.runs:
        # A page that is one headline: its lines are an article without a body.
        drafts = [Draft(0)]
        heads = {0: [line for run in sheet.runs for line in run.lines]}
    if sheet.boxes:
        owners = sorted(
            (draft for draft in drafts if draft.blocks), key=lambda draft: draft.blocks[0].first.number
        )
        bodies = [body_of(draft.text, draft.blocks[0].first.number) for draft in owners]
        for box in sheet.boxes:
            owner = box_owner(box, bodies)
            if owner is None:
                # A page that holds nothing but a box: the box is what there is to read.
                drafts.append(Draft(0, blocks=[Block(Kind.PROSE, box)]))
            else:
                owners[owner].boxes.append(box)
    any_role = _tells_roles(drafts) or any(_OPINIONS.fullmatch(line.text) for line in sheet.furniture)
    made = [
        _Made(draft, heads.get(place, []), layout, sheet.continuity, params)
        for place, draft in enumerate(drafts)
    ]
    made.sort(key=lambda one: one.first_line)
    habits = headline_habits((one.heads for one in made), params)
    return [one.article(f"{issue}/{number}", any_role, habits, params) for number, one in enumerate(made, 1)]


def _tells_roles(drafts: Sequence[Draft]) -> bool:
    """Whether names without a role mean something on this page: others are signed with theirs, or few
    articles are signed at all."""
    signed = [
        [line.signature for line in draft.byline_lines if line.signature is not None] for draft in drafts
    ]
    opened = (draft.blocks[0].first.dateline for draft in drafts if draft.blocks)
    if any(one is not None and one.signature is not None for one in opened):
        return True
    if any(not signature.bare for signatures in signed for signature in signatures):
        return True
    return len(drafts) > 2 and 3 * sum(map(bool, signed)) <= len(drafts)


_OPINIONS = re.compile(r"[A-Z]?[0-9]{0,2}[ |｜]*(?:时评|评论|言论|观点|社论|来论|争鸣|论坛)(?:版|周刊)?")
"""The section whose articles are commentaries, in the folio."""
_COMMENTARY = re.compile(r"快评|短评|时评|锐评|社论|评论员|编者按|来论|微评|^评论|观点$")
_PICTURE = re.compile(r"^(?:▶|◀|▲|▼|图为|图①|上图|下图|左图|右图)")


class _Made:
    """One draft being made into an article."""

    def __init__(
        self,
        draft: Draft,
        heads: list[Line],
        layout: Layout,
        continuity: Continuity,
        params: IngestParams,
    ) -> None:
        self.draft = draft
        self.heads = heads
        self.passages = make_passages(draft, layout, continuity, params)
        for passage in self.passages:
            make_text(passage, layout, headline=passage.subhead)
        self.boxes: list[Passage] = []
        for box in draft.boxes:
            for group in box_paragraphs(box):
                passage = Passage(group, [0.0] * len(group))
                make_text(passage, layout)
                self.boxes.append(passage)
        self.head_texts: list[str] = []
        for line in heads:
            passage = Passage([line], [0.0])
            make_text(passage, layout, headline=True)
            self.head_texts.append(passage.text)
        numbers = [line.number for passage in self.passages for line in passage.lines]
        numbers += [line.number for line in heads] + [line.number for line in draft.byline_lines]
        self.first_line = min(numbers, default=0)

    def article(self, id: str, any_role: bool, habits: Habits, params: IngestParams) -> Article:
        signatures = [line.signature for line in self.draft.byline_lines if line.signature is not None]
        byline_lines = [line.number for line in self.draft.byline_lines]
        people = _shown(merge(byline for signature in signatures for byline in signature.bylines))
        body = [passage for passage in self.passages if not passage.subhead]
        place = next((one.place for one in signatures if one.place), None)
        dateline_end = 0
        dateline = _dateline(body[0]) if body else None
        if dateline is not None:
            place, dateline_end = dateline.place or place, dateline.end
            writers = self._opening_writers(dateline.signature)
            if writers is not None and not people:
                people = _shown(writers.bylines)
                byline_lines += body[0].lines_before(dateline.end)
        signed: Signature | None = None
        if body and not people:
            end = read_end_signature(body[-1].text)
            if end is None and any(map(names_commentary, self.head_texts)):
                end = pen_name(body[-1].text)
            if end is not None and not _signed_apart(body):
                signed = end[0]
                people = _shown(signed.bylines)
                byline_lines += body[-1].lines_from(end[1]) if people else []
        over = 1 if self.draft.label is not None and len(self.heads) > 1 else 0  # its column's name
        said = "".join(one.text for one in body)
        headline = (
            split_headline(self.heads[over:], self.head_texts[over:], said, habits, params)
            if self.heads
            else Headline(None, None, self._derived(body, dateline_end, params), None)
        )
        if over:
            headline = replace(headline, column=self.head_texts[0])
        kind = self._kind(signatures, signed, dateline is not None, headline, body, any_role)
        standing = kind == "photo" and not self.heads
        paragraphs = [
            Paragraph(
                "subhead" if passage.subhead else "caption" if standing else "text",
                passage.text,
                passage.ranges,
                passage.gap,
            )
            for passage in self.passages
        ]
        paragraphs += [Paragraph("box", passage.text, passage.ranges) for passage in self.boxes]
        return Article(
            id=id,
            kind=kind,
            title=headline.title,
            paragraphs=tuple(paragraphs),
            column=headline.column,
            kicker=headline.kicker,
            subtitle=headline.subtitle,
            title_derived=not self.heads,
            headline_lines=tuple(sorted(line.number for line in self.heads)),
            bylines=people,
            byline_lines=tuple(byline_lines),
            place=place,
        )

    def _opening_writers(self, read: Signature | None) -> Signature | None:
        """The writers named in a dateline, read from the text of the paragraph or, where the blanks that
        divide them from the text were closed there, from its first line."""
        first = self.draft.blocks[0].first.dateline if self.draft.blocks else None
        printed = first.signature if first is not None else None
        if printed is None or (read is not None and len(read.names) >= len(printed.names)):
            return read
        return printed

    def _derived(self, body: Sequence[Passage], dateline_end: int, params: IngestParams) -> str:
        """A title from the lead; where that is a dateline and no more, from what follows."""
        texts = [body[0].text[dateline_end:], *(passage.text for passage in body)] if body else []
        texts += [passage.text for passage in self.boxes]
        texts += [line.text for line in self.draft.byline_lines]
        return next((title for text in texts if (title := derived_title(text, params))), "")

    def _kind(
        self,
        signatures: Sequence[Signature],
        signed: Signature | None,
        dated: bool,
        headline: Headline,
        body: Sequence[Passage],
        any_role: bool,
    ) -> ArticleKind:
        words = " ".join(
            filter(None, (headline.column, headline.kicker, headline.title if self.heads else None))
        )
        if any(one.commentator for one in (*signatures, signed) if one is not None) or (
            (words and _COMMENTARY.search(words)) or (headline.column and names_commentary(headline.column))
        ):
            return "commentary"
        if signatures and any_role and not dated and all(one.bare for one in signatures) and self.heads:
            return "commentary"
        if body and _PICTURE.match(body[0].text):
            return "photo"
        signs = bool(signatures) or signed is not None or (bool(body) and "图为" in body[0].text)
        if not self.heads and not dated and len(body) == 1 and signs:
            return "photo"
        if len(body) <= 1 and any(one is not None and one.photo for one in (*signatures, signed)):
            return "photo"
        return "report"


def _dateline(passage: Passage) -> Dateline | None:
    """The dateline with which a paragraph begins, as it was read already where the paragraph is one line in
    which nothing was changed."""
    line = passage.lines[0]
    if line.dateline is not None and not line.edits and passage.text == line.text:
        return line.dateline
    return read_dateline(passage.text)


def _signed_apart(body: Sequence[Passage]) -> bool:
    """Whether paragraphs before the last are signed too: then the signatures are those of items, as in
    a column of briefs, and none is the article's."""
    return any(
        passage.text[-1:] in ("）", ")") and read_end_signature(passage.text) is not None
        for passage in body[:-1]
    )


def _shown(people: tuple[Byline, ...]) -> tuple[Byline, ...]:
    """Names without marks for characters that cannot be shown, and without blanks at their ends."""
    return tuple(
        Byline(byline.role, names)
        for byline in people
        if (names := tuple(name for one in byline.names if (name := without_marks(one).strip())))
    )


_CLAUSE_END = re.compile("[，。！？；：]")
_LEADING_DATE = re.compile(
    r"^(?:▶|◀|▲|▼)?(?:(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|近日|日前|昨日|今日)[，,]?"
)

# A clause that only says where or when: 在…发车区内，…活动中，…期间，
_SETTING = re.compile(r"^[^，。！？；：“”]{2,40}(?:中|上|内|里|时|后|前|下|以来|期间|现场|之际)，")


def derived_title(text: str, params: IngestParams = PARAMS) -> str:
    """A title made from the lead of an article that has none: as many of its first clauses as there is
    room for, nothing reworded."""
    text = text.strip()
    bare = _LEADING_DATE.sub("", text).strip() or text
    while (found := _SETTING.match(bare)) and len(bare) - found.end() >= 6:
        bare = bare[found.end() :]
    end = 0
    for found in _CLAUSE_END.finditer(bare):
        if found.start() > params.derived_title:
            break
        end = found.start()
        if found.group() in "。！？":
            break
    if end >= 4:
        return bare[:end]
    return bare[: params.derived_title - 1] + "…" if len(bare) > params.derived_title else bare
