"""The keys of the article pane and how it looks. Help, palette and key maps read the keys from here.

Where a key stands twice, the first binding holds while something is being selected, the other one else.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from lctui.i18n import tr

_SCROLL = Binding.Group(tr("移动"), compact=True)


def _key(
    id: str, keys: str, action: str, name: str, tooltip: str, group: Binding.Group | None = None
) -> Binding:
    """A binding that the status line has no room for, unless it is in a group."""
    return Binding(keys, action, name, id=id, tooltip=tooltip, show=group is not None, group=group)


def _shown(id: str, keys: str, action: str, name: str, tooltip: str) -> Binding:
    return Binding(keys, action, name, id=id, tooltip=tooltip)


SELECTING: list[BindingType] = [
    _key("select.left", "h,left", "motion('h')", tr("左移"), tr("选择时：左移一字")),
    _key("select.right", "l,right", "motion('l')", tr("右移"), tr("选择时：右移一字")),
    _key("select.down", "j,down", "motion('j')", tr("下移"), tr("选择时：下移一行，整段选择时一段")),
    _key("select.up", "k,up", "motion('k')", tr("上移"), tr("选择时：上移一行，整段选择时一段")),
    _key("select.word", "w", "motion('w')", tr("下一词"), tr("选择时：到下一词")),
    _key("select.word_back", "b", "motion('b')", tr("上一词"), tr("选择时：到上一词")),
    _key("select.word_end", "e", "motion('e')", tr("词尾"), tr("选择时：到词尾")),
    _key("select.sentence", "right_parenthesis", "motion(')')", tr("句末"), tr("选择时：到句末")),
    _key("select.sentence_back", "left_parenthesis", "motion('(')", tr("句首"), tr("选择时：到句首")),
    _key("select.paragraph", "right_curly_bracket", "motion('}')", tr("段末"), tr("选择时：到段末")),
    _key("select.paragraph_back", "left_curly_bracket", "motion('{')", tr("段首"), tr("选择时：到段首")),
    _key("select.line_start", "0,home", "motion('0')", tr("行首"), tr("选择时：到行首")),
    _key("select.line_end", "dollar_sign,end", "motion('$')", tr("行尾"), tr("选择时：到行尾")),
    _key("select.top", "g", "motion('g')", tr("开头"), tr("选择时：到稿件开头")),
    _key("select.bottom", "G", "motion('G')", tr("末尾"), tr("选择时：到稿件末尾")),
    _key("select.find", "slash", "find", tr("查找"), tr("选择时：在本篇里找，选到那里")),
    _key("select.inner", "i", "begin('i')", tr("选内里"), tr("选择时：再按 s 句、p 段、q 引号内")),
    _key("select.around", "a", "begin('a')", tr("选整个"), tr("选择时：再按 s 句、p 段；否则放进摘抄本")),
    _key("select.whole_sentence", "s", "object('s')", tr("句"), tr("i 或 a 之后：这一句")),
    _key("select.whole_paragraph", "p", "object('p')", tr("段"), tr("i 或 a 之后：这一段")),
    _key("select.quotation", "q", "object('q')", tr("引语"), tr("i 之后：引号里的话")),
    _key("select.other_end", "o", "other_end", tr("另一头"), tr("选择时：到所选的另一头")),
    _shown("select.leave", "escape", "leave", tr("不选了"), tr("选择时：不选了")),
]

READING: list[BindingType] = [
    _key("article.down", "j,down", "lines(1)", tr("下移"), tr("下移一行"), _SCROLL),
    _key("article.up", "k,up", "lines(-1)", tr("上移"), tr("上移一行"), _SCROLL),
    _key("article.page_down", "space,pagedown", "screens(1)", tr("下页"), tr("下翻一屏")),
    _key("article.page_up", "b,pageup", "screens(-1)", tr("上页"), tr("上翻一屏")),
    _key("article.half_down", "d,ctrl+d", "screens(0.5)", tr("下半页"), tr("下翻半屏")),
    _key("article.half_up", "u,ctrl+u", "screens(-0.5)", tr("上半页"), tr("上翻半屏")),
    _key("article.top", "g,home", "top", tr("开头"), tr("到稿件开头")),
    _key("article.bottom", "G,end", "bottom", tr("末尾"), tr("到稿件末尾")),
    _key("article.next_paragraph", "right_curly_bracket", "paragraph(1)", tr("下一段"), tr("标记移到下一段")),
    _key(
        "article.previous_paragraph",
        "left_curly_bracket",
        "paragraph(-1)",
        tr("上一段"),
        tr("标记移到上一段"),
    ),
    _key("article.next", "right_square_bracket", "step(1)", tr("下一篇"), tr("打开下一篇稿件")),
    _key("article.previous", "left_square_bracket", "step(-1)", tr("上一篇"), tr("打开上一篇稿件")),
    _key("article.next_match", "n", "match(1)", tr("下一处"), tr("到下一处命中")),
    _key("article.previous_match", "N", "match(-1)", tr("上一处"), tr("到上一处命中")),
    _shown("article.quote", "y", "copy('quote')", tr("摘录"), tr("复制所选或标记的一段，附出处")),
    _key("article.copy", "Y", "copy('article')", tr("复制全文"), tr("复制全文，附出处")),
    _key("article.citation", "c", "copy('citation')", tr("复制出处"), tr("只复制出处")),
    _key("article.page_text", "R", "copy('page')", tr("复制原文"), tr("复制版面上的原字，不附出处")),
    _shown("article.select", "v", "select('characters')", tr("选择"), tr("逐字选择")),
    _key("article.select_paragraphs", "V", "select('paragraphs')", tr("选段"), tr("整段选择")),
    _key("article.source", "o", "source", tr("看原文"), tr("这一段在版面上的原样，改动处有标记")),
    _key("article.wider", "plus", "measure(1)", tr("加宽"), tr("每行加两字")),
    _key("article.narrower", "minus", "measure(-1)", tr("收窄"), tr("每行减两字")),
    _key("article.measure", "equals_sign", "measure(0)", tr("原宽"), tr("恢复原来的每行字数")),
    _key("article.columns", "vertical_line", "columns", tr("分栏"), tr("分两栏，再按恢复")),
    _key("article.air", "A", "air", tr("段距"), tr("段间空一行，再按恢复")),
    _key("article.justify", "J", "justify", tr("齐行"), tr("各行排齐，再按恢复")),
    _key("article.hanging", "H", "hanging", tr("悬挂"), tr("行末标点悬挂，再按恢复")),
]

COUNTS: list[BindingType] = [Binding(digit, f"digit('{digit}')", show=False) for digit in "123456789"]
"""Digits typed before a motion. Nobody would want them elsewhere: they have no ids."""

BINDINGS: list[BindingType] = [*SELECTING, *READING, *COUNTS]

STYLES = """
ArticleView {
    overflow-x: hidden;
    overflow-y: auto;
    scrollbar-gutter: stable;

    & > .article--column { text-style: reverse; }
    & > .article--kicker { color: $foreground; }
    & > .article--title { text-style: bold; color: $accent; }
    & > .article--subtitle { color: $foreground; }
    & > .article--byline { color: $muted; }
    & > .article--subhead { text-style: bold; color: $accent; }
    & > .article--caption { color: $muted; }
    & > .article--frame { color: $muted; }
    & > .article--note { text-style: italic; color: $muted; }
    & > .article--mark { color: $accent; }
    & > .article--match { background: $match; color: $match-text; text-style: bold; }
    & > .article--match-current { background: $cursor; color: $cursor-text; text-style: bold underline; }
    & > .article--selection { background: $cursor-blurred; color: $foreground; }
    & > .article--cursor { text-style: reverse; }
    & > .article--repair { background: $match; color: $match-text; text-style: underline; }
    & > .article--number { color: $muted; }

    &:nocolor > .article--repair { text-style: reverse; }
    &:nocolor > .article--match { text-style: bold underline; }
    &:nocolor > .article--match-current { text-style: bold reverse; }
    &:nocolor > .article--selection { text-style: reverse; }
    &:nocolor > .article--cursor { text-style: bold underline; }
}
"""
"""What each part looks like; what must be seen without colours is also bold, underlined or reversed."""
