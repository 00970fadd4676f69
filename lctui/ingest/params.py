"""Every tuned number of the reconstruction, in one frozen object.

The unit of length is the em: the width of one Chinese character; a Latin letter, a digit and a
blank are half an em. The numbers were set by looking at real pages of all three looks (PDF text
order with indents, OCR with one paragraph a line, PDF text order without indents).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IngestParams:
    """Thresholds of the stages; see each comment for the unit and the reason."""

    # -- layout of the page ------------------------------------------------------------------
    shortest_sample: float = 9.0
    """em. Lines shorter than this do not tell whether lines are paragraphs."""
    paragraph_line_share: float = 0.5
    """Share of long lines that end a sentence. A wrapped column has one in ten, a page that holds
    one paragraph a line two in three (the rest are cut by column breaks)."""
    widest_column: float = 72.0
    """em. No newspaper column is wider; longer lines are paragraphs, not column lines."""

    # -- lines -------------------------------------------------------------------------------
    short_line: float = 1.6
    """em. A line that ends a sentence and is shorter than its column by more than this ends a
    paragraph: punctuation and half-width digits alone let justified lines differ by one em."""
    short_line_indented: float = 3.2
    """em. The same where the column marks its paragraphs by indents, so that a missing indent
    speaks for a continuation."""
    same_width: float = 1.3
    """em. Two lines of one justified column differ by no more than this."""
    headline_width: float = 46.0
    """em. The longest line taken for a headline line."""
    headline_lines: int = 6
    """The longest run of lines taken for headlines of one place."""

    # -- headline and body -------------------------------------------------------------------
    lexical_weight: float = 4.8
    """What a headline whose every pair of characters stands in the body is worth, against one
    step of place."""
    said_share: float = 0.5
    """The power of its share in a run with which what a part of the run says counts: 1 where lines that stand
    together have so much to say, however they are divided, 0 where each part has as much as a whole."""
    place_step: float = 1.2
    """Cost of each body between a headline and its own."""
    caption_step: float = 0.7
    """The same for what may well lack a headline."""
    wrong_side: float = 2.0
    """Cost of a headline on the side of its body that the page does not use."""
    mixed_page: float = 0.2
    """How much of that on a page that sets some headlines before their bodies and some after."""
    untitled_report: float = 2.5
    """Cost of leaving a report without a headline; a caption may well have none."""
    untitled_caption: float = 0.3
    """The same for a picture's caption."""
    page_runs: int = 32
    """Headline runs that are searched at once; no real page has as many."""
    second_headline: float = 1.2
    """Cost of a second headline, elsewhere on the page, for a body that has one."""
    split_headlines: float = 1.5
    """Cost of dividing lines that stand together between two bodies."""
    foreign_line: float = 3.0
    """Cost where a line on either side of the cut says wholly what the other body says."""
    unsaid_headline: float = 0.4
    """Cost where one of two bodies says nothing of its headline, and the other does."""
    two_in_row: float = 0.25
    """What it is worth that two headlines stand together in the order of the two bodies next to them."""
    three_in_row: float = 1.8
    """The same for three."""
    close_set: float = 0.8
    """Cost of dividing headline lines that stand closer than others of the same run."""
    uneven_headlines: float = 0.2
    """Cost of each line that one of two headlines has more than the other."""
    first_line_weight: float = 1.0
    """What it is worth that every pair of characters in the first line of a second headline stands in its
    body."""
    long_headline: float = 0.4
    """Cost of each line of a headline after the third."""
    short_headline: float = 1.1
    """Cost of a headline cut off from others that is shorter than `shortest_headline`."""
    shortest_headline: float = 7.0
    """em."""
    label_weight: float = 0.8
    """What it is worth that a headline begins with the label of a column."""
    run_lines: int = 9
    """The longest run of lines that is divided between two bodies."""
    crossed_headlines: float = 1.0
    """Further cost where the first of the headlines is the second body's."""
    subhead_width: float = 24.0
    """em. The longest line taken for a subhead."""
    subhead_prior: float = 3.0
    """What speaks for a subhead where every article of the page opens with a byline or a dateline, and
    a body begins with neither."""
    article_kinship: float = 0.1
    """The share of what one part of an article says that its other parts say at least; two articles share
    half of that."""
    subhead_kinship: float = 15.0
    """What more or less than that is worth for or against a subhead between them."""
    subhead_prior_first: float = 2.4
    """The same where headlines stand first: there an unsigned article looks just so."""
    subhead_gap: float = 1.5
    """What it is worth that a subhead stands closer under what is above it than headlines do, or does not."""
    lone_subhead: float = 0.85
    """Cost of the first subhead of an article, given back with the second."""
    kicker_width: float = 12.2
    """em. A first headline line at least this long is a statement of its own: a kicker."""
    broken_headlines: int = 3
    """So many headlines of two short lines on a page, and they are broken ones, not kickers and titles."""
    last_labels: int = 3
    """So many headlines over a few characters, and those are names of columns."""
    labelled_headlines: int = 3
    """So many headlines under the name of a column of four characters on a page, and others of four are names
    too."""
    candidate_window: int = 3
    """Bodies on either side of a headline among which its own is sought."""

    # -- column cuts -------------------------------------------------------------------------
    heal_threshold: float = 0.5
    """Least evidence for joining an unfinished paragraph to a later one."""
    names_place: float = 2.0
    """Cost of joining a paragraph that begins with the place of its own report to an earlier one."""
    under_subhead: float = 0.6
    """Cost of joining to an earlier article what stands under a subhead of the one above."""
    gap_threshold: float = 0.2
    """Least evidence for joining it to the one right below: where little tells, paragraphs are cut more
    often than their ends are missing."""
    close_headline: float = 0.6
    """What it is worth that a headline stands close to its body, and a blank line parts it from the other."""
    headed_stretch: float = 3.0
    """What speaks against joining a stretch to an article where the headline right above it says wholly what
    the stretch says, and nothing of what the article says."""
    heal_batch: int = 24
    """Stretches that are matched at once; more stand on no real page."""
    stray_extra: float = 0.5
    """The further evidence asked for where the stretch could also be a paragraph of what stands above."""
    cut_by_picture: float = 0.8
    """What it is worth that a picture story stands under an article that breaks off."""
    longer_caption: float = 0.2
    """What each further paragraph of such a story costs."""
    own_measure: float = 0.6
    """What it is worth that a body goes on below a picture story where its measure does, and what it costs
    where it does not."""
    kinship_weight: float = 8.0
    """What it is worth that a stretch says what the other article says, and not what its own does; of
    two articles on different things the shares of common words differ by a tenth."""
    stray_kinship: float = 0.03
    """So much more of what a stray paragraph says must be said in the other article than in its own."""
    other_measure: float = 6.0
    """em. Columns that differ by more are not of one article's body."""
    heal_window: int = 12
    """Blocks within which a continuation is sought."""

    # -- boxes -------------------------------------------------------------------------------
    box_gap: int = 4
    """Lines without a doubled glyph that a box of doubled glyphs may hold in a row."""

    # -- derived titles ----------------------------------------------------------------------
    derived_title: int = 24
    """Characters of the longest title made from a lead."""


PARAMS = IngestParams()
