"""The keys of the article pane. Help, palette and key maps read them from here."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from lctui.i18n import tr

_SCROLL = Binding.Group(tr("移动"), compact=True)
_STEP = Binding.Group(tr("换篇"), compact=True)


def _bind(
    id: str,
    keys: str,
    action: str,
    name: str,
    tooltip: str,
    *,
    show: bool = False,
    group: Binding.Group | None = None,
) -> Binding:
    return Binding(keys, action, name, id=id, tooltip=tooltip, show=show, group=group)


BINDINGS: list[BindingType] = [
    _bind("article.down", "j,down", "down", tr("下移"), tr("下移一行"), show=True, group=_SCROLL),
    _bind("article.up", "k,up", "up", tr("上移"), tr("上移一行"), show=True, group=_SCROLL),
    _bind("article.page_down", "space,pagedown", "page(1)", tr("下页"), tr("下翻一屏")),
    _bind("article.page_up", "b,pageup", "page(-1)", tr("上页"), tr("上翻一屏")),
    _bind("article.half_down", "d,ctrl+d", "half(1)", tr("下半页"), tr("下翻半屏")),
    _bind("article.half_up", "u,ctrl+u", "half(-1)", tr("上半页"), tr("上翻半屏")),
    _bind("article.top", "g,home", "top", tr("开头"), tr("到稿件开头")),
    _bind("article.bottom", "G,end", "bottom", tr("末尾"), tr("到稿件末尾")),
    _bind("article.next_paragraph", "right_curly_bracket", "paragraph(1)", tr("下段"), tr("移到下一段")),
    _bind("article.previous_paragraph", "left_curly_bracket", "paragraph(-1)", tr("上段"), tr("移到上一段")),
    _bind("article.next", "right_square_bracket", "step(1)", tr("下篇"), tr("下一篇稿件"), group=_STEP),
    _bind("article.previous", "left_square_bracket", "step(-1)", tr("上篇"), tr("上一篇稿件"), group=_STEP),
    _bind("article.next_match", "n", "match(1)", tr("下一处"), tr("到下一处命中")),
    _bind("article.previous_match", "N", "match(-1)", tr("上一处"), tr("到上一处命中")),
    _bind("article.quote", "y", "copy('quote')", tr("摘录"), tr("复制所选或标记的一段，附出处"), show=True),
    _bind("article.copy", "Y", "copy('article')", tr("全文"), tr("复制全文，附出处")),
    _bind("article.citation", "c", "copy('citation')", tr("出处"), tr("只复制出处")),
    _bind("article.page_text", "R", "copy('page')", tr("原文"), tr("复制版面上的原字，不附出处")),
    _bind("article.wider", "plus", "measure(1)", tr("加宽"), tr("每行加两字")),
    _bind("article.narrower", "minus", "measure(-1)", tr("收窄"), tr("每行减两字")),
    _bind("article.measure", "equals_sign", "measure(0)", tr("原宽"), tr("恢复每行字数")),
]  # fmt: skip
