"""Sort the readings of characters into those in use, rare ones and dead ones: `lctui/text/readingdata.py`.

    pip install pypinyin-dict && python -m tools.readings

Run by hand when the sources change; the result is kept. A dictionary of single characters has every
reading that was ever written down (听 yin, 才 zai), which no reader types. A reading is

* in use where it is the character's first, stands in the frequency dictionary of modern Chinese
  (Unihan kHanyuPinlu), makes up a fiftieth of what its words in pypinyin's phrases come to (weighed by
  jieba's frequencies), or is one of the surnames and places below;
* rare where CC-CEDICT has it, or several phrases do (度 duo, in 忖度);
* dead else. Characters of which none of these sources knows anything keep all their readings.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from lctui.text.folding import fold_table
from lctui.text.pinyin import toneless

# Readings that frequencies of words miss: surnames, then places, then everyday words of one character.
NAMES = """
仇qiu 区ou 查zha 解xie 单shan 单chan 曾zeng 盖ge 朴piao 尉yu 尉wei 缪miao 种chong 覃qin 覃tan
乐yue 员yun 费bi 秘bi 隗wei 隗kui 燕yan 翟zhai 翟di 那na 宁ning 葛ge 纪ji 黑he 召shao 句gou
折she 繁po 令ling 万mo 俟qi 长zhang 洗xian 冼xian 卜bu 石shi 褚chu 贾jia 牟mou 牟mu 车che
郇xun 郇huan 郗xi 郗chi 庞pang 祭zhai 薄bo 占zhan 六lu 阿e 台tai 埔bu 蚌beng 厦xia 丽li 涡guo
铅yan 枞zong 陂pi 番pan 洞tong 汀ting 浚xun 乐lao 荥xing 荥ying 蕃bo 泌bi 峙shi 解hai 渑mian
筠jun 会kuai 莘xin 莘shen 茌chi 曲qu 朐qu 罘fu 堡bu 堡pu 圩xu 圩wei 崆kong 歙she 莞guan
潢huang 柏bai 柏bo 贲ben 筑zhu 珲hun 漯luo 漯ta 漯lei 济ji 氏zhi 龟qiu 龟gui 谷yu 红hong 参cen
差ci 校jiao 强jiang 谁shei 谁shui 色shai 哪nei 这zhei 那nei 血xie 露lou 熟shou 薄bao 嚼jiao
尾yi 拾shi 将jiang 系ji 提di 几ji 间jian 冠guan 钉ding 划hua 为wei 数shu 数shuo 奇ji 暴pu 车ju
石dan 拓ta
"""
SHARE = 0.02
FEWEST = 20

_HEAD = '''"""Readings of characters by use: made by tools/readings.py, not by hand.

`USE` holds, separated by blanks, a folded character, then its readings in use, the usual one first, then
after a slash those that are rare. Readings not named here are dead; characters not named keep all theirs.
"""

USE = """\\
'''


def main() -> int:
    """Write the table."""
    import jieba
    import pypinyin

    package = Path(pypinyin.__file__).parent
    entries = {int(k): v for k, v in json.loads((package / "pinyin_dict.json").read_bytes()).items()}
    phrases = json.loads((package / "phrases_dict.json").read_bytes())
    lines = Path(jieba.__file__).with_name("dict.txt").read_text("utf-8").splitlines()
    frequency = {word: int(count) for word, count, *_ in (line.split(" ") for line in lines)}
    weights: dict[int, Counter[str]] = defaultdict(Counter)
    numbers: dict[int, Counter[str]] = defaultdict(Counter)
    for phrase, readings in phrases.items():
        for character, reading in zip(phrase, readings, strict=False):
            for plain in toneless(reading[0])[:1]:
                weights[ord(character)][plain] += frequency.get(phrase, 0)
                numbers[ord(character)][plain] += 1
    modern, listed, standard = (
        importlib.import_module(f"pypinyin_dict.pinyin_data.{name}").pinyin_dict
        for name in ("khanyupinlu", "cc_cedict", "kmandarin_8105")
    )
    named = {(ord(entry[0]), entry[1:]) for entry in NAMES.split()}

    def used(point: int) -> list[str]:
        total = sum(weights[point].values())
        plain = toneless(entries[point])
        return [
            reading
            for reading in plain
            if reading == plain[0]
            or reading in toneless(modern.get(point, ""))
            or (point, reading) in named
            or (weights[point][reading] >= FEWEST and weights[point][reading] >= SHARE * total)
            or (reading.replace("v", "u") in used_as_v(plain[0]))
        ]

    def used_as_v(first: str) -> tuple[str, ...]:
        return (first.replace("v", "u"),) if "v" in first else ()

    def rare(point: int) -> list[str]:
        return [
            reading
            for reading in toneless(entries[point])
            if reading in toneless(listed.get(point, "")) or numbers[point][reading] >= 3
        ]

    folded = fold_table()
    forms: dict[int, list[int]] = defaultdict(list)
    for point in entries:
        if point <= 0xFFFF and 0x2E80 <= (code := int(folded[point])) < 0xFFFF and toneless(entries[point]):
            forms[code].append(point)
    items = []
    for code, points in sorted(forms.items()):
        known = [point for point in points if point in modern or point in standard or numbers[point]]
        if code not in entries or not known:
            continue
        if code not in known:
            known.insert(0, code)
        known.sort(key=lambda point: point != code)
        use = list(dict.fromkeys(reading for point in known for reading in used(point)))
        seldom = [r for r in dict.fromkeys(r for point in known for r in rare(point)) if r not in use]
        everything = {reading for point in points for reading in toneless(entries[point])}
        if everything != set(use):
            items.append(chr(code) + ",".join(use) + ("/" + ",".join(seldom) if seldom else ""))
    rows, row, width = [], "", 0
    for item in items:
        if width + len(item) + 2 > 108:
            rows.append(row.rstrip())
            row, width = "", 0
        row += item + " "
        width += len(item) + 2  # the character is two cells wide
    text = _HEAD + "\n".join([*rows, row.rstrip()]) + '\n"""\n'
    Path(__file__).parents[1].joinpath("lctui", "text", "readingdata.py").write_text(text, "utf-8")
    print(f"{len(items)} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
