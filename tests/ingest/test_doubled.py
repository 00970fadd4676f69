"""Doubled runs that were broken over the lines of a box, on a page that has another one."""

from __future__ import annotations

import pytest

from lctui.ingest.boxes import mark_boxes
from lctui.ingest.roles import Mark, read_lines

POINT = ["▶新签约项目3232个个", ""]
BODY = ["", "本报讯（记者 张亮）昨天，项目开工建设，年产19万吨。", "据了解，总投资14.56亿元，明年投产。"]


@pytest.mark.parametrize(
    ("box", "want"),
    [
        pytest.param(
            ["县远航机械公司年产县远航", "机械公司年产1919万吨新材料项目开工万吨", "新材料项目开工"],
            ["县远航", "机械公司年产19万吨", "新材料项目开工"],
            id="of each pair the copy goes that leaves no line empty",
        ),
        pytest.param(
            ["全县项目总投资全县项目总投资1414..5656亿元", "亿元"],
            ["全县项目总投资14.56", "亿元"],
            id="the short rest of a unit",
        ),
        pytest.param(
            ["渡口修好渡船通航渡口", "修好渡船通航"],
            ["渡口", "修好渡船通航"],
            id="one text twice over two lines needs no mark or figure",
        ),
        pytest.param(
            ["渡口修好渡船", "通航渡口修好渡船通航"], ["渡口修好渡船", "通航"], id="broken elsewhere"
        ),
        pytest.param(
            ["22..55亿元亿元、渡口修好渡口", "修好"],
            ["2.5亿元、渡口修好渡口", "修好"],
            id="where but a part is doubled beyond doubt, what else stands twice may be printed so",
        ),
        pytest.param(
            ["渡口修好渡船通航渡口", "修好渡船通行"],
            ["渡口修好渡船通航渡口", "修好渡船通行"],
            id="not the same text to its end",
        ),
        pytest.param(
            ["渡口修好渡船通航", "渡口修好渡船通航"],
            ["渡口修好渡船通航", "渡口修好渡船通航"],
            id="each line has the text once",
        ),
        pytest.param(
            ["全县项目总投资14.56亿元", "建设19个项目"],
            ["全县项目总投资14.56亿元", "建设19个项目"],
            id="what stands once stays",
        ),
    ],
)
def test_doubled_runs_over_lines(box: list[str], want: list[str]) -> None:
    lines = read_lines((*POINT, *box, *BODY), frozenset())
    mark_boxes(lines)
    inside = [line for line in lines if len(POINT) < line.number <= len(POINT) + len(box)]
    assert [line.text for line in inside] == want
    assert box == want or all(line.mark is Mark.BOX for line in inside)
