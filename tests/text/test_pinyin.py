"""Readings and the ways in which letters are read."""

import pytest

from lctui.text.folding import fold_codes
from lctui.text.pinyin import MOST_LETTERS, readings


def code(character: str) -> int:
    return int(fold_codes(character)[0])


READINGS = [
    ("长", {"chang", "zhang"}, "two common readings"),
    ("重", {"chong", "zhong"}, "two common readings"),
    ("行", {"hang", "xing"}, "two common readings"),
    ("都", {"dou", "du"}, "two common readings"),
    ("乐", {"le", "yue"}, "two common readings"),
    ("女", {"nv", "nu"}, "ü as v and as u"),
    ("绿", {"lv", "lu"}, "ü with a tone mark"),
    ("略", {"lve", "lue"}, "üe"),
    ("鐵", {"tie"}, "a traditional character reads as its simplified form"),
    ("乾", {"gan", "qian"}, "乾 folds to 干, 乾隆 is still qianlong"),
    ("零", {"ling"}, "folds to a digit"),
]


@pytest.mark.parametrize(("character", "expected", "why"), READINGS, ids=[row[0] for row in READINGS])
def test_every_reading_in_use_counts(character: str, expected: set[str], why: str) -> None:
    assert expected <= set(readings().of(code(character)))


IN_USE = """
参can,shen,cen 曾ceng,zeng 单dan,shan,chan 还hai,huan 朝chao,zhao 给gei,ji 度du 得de,dei
地di,de 的de,di 着zhe,zhao,zhuo 著zhu 了le,liao 调diao,tiao 率lv,shuai 解jie,xie 仇chou,qiu
任ren 区qu,ou 查cha,zha 莘shen,xin 阿a,e 茌chi 冠guan 朴pu,piao 盖gai,ge 尉wei,yu 缪miao
翟zhai,di 会hui,kuai 和he,huo 传chuan,zhuan 降jiang,xiang 校xiao,jiao 强qiang,jiang
省sheng,xing 数shu,shuo 六liu,lu 厦sha,xia 蚌beng,bang 埔pu,bu 薄bo,bao 血xue,xie 露lu,lou
车che,ju 石shi,dan 系xi,ji 将jiang 弹dan,tan 模mo,mu 便bian,pian 差cha,chai,ci 藏cang,zang
色se,shai 宿su,xiu 恶e,wu 没mei,mo 处chu 假jia 倒dao 相xiang 种zhong,chong 番fan,pan 佛fo
落luo,la 泊bo,po 柏bai,bo 圈quan,juan 卡ka,qia 似si,shi 尽jin 塞sai,se 扎zha,za 折zhe,she
角jiao,jue 觉jue,jiao 说shuo 都dou,du 长chang,zhang
"""


@pytest.mark.parametrize("entry", IN_USE.split())
def test_readings_in_words_surnames_and_places_are_in_use(entry: str) -> None:
    assert set(entry[1:].split(",")) <= set(readings().of(code(entry[0])))


DEAD = """听yin 说yue 才zai 上cao 提shi 童zhong 点du 对dun 现xiang 场dang 大tai 度zhai 女ru 台yi"""


@pytest.mark.parametrize("entry", DEAD.split())
def test_readings_of_old_books_are_not(entry: str) -> None:
    assert code(entry[0]) not in readings().codes(entry[1:]).tolist()
    assert code(entry[0]) not in readings().rare(entry[1:]).tolist()


def test_readings_of_a_few_words_are_rare() -> None:
    assert code("度") in readings().rare("duo").tolist()  # 忖度
    assert code("度") not in readings().codes("duo").tolist()
    assert code("度") not in readings().beginning("duo").tolist()  # so that no half-typed duo finds it


def test_a_character_that_no_source_knows_keeps_its_readings() -> None:
    assert set(readings().of(code("僜"))) >= {"cheng", "deng", "teng"}


def test_a_digit_has_no_reading_but_that_of_zero() -> None:
    assert readings().of(code("0"))[0] == "ling"
    assert "xing" not in readings().of(code("0"))  # a rare reading of 〇
    assert readings().of(code("5")) == ()


def test_codes_of_a_syllable_are_the_characters_read_so() -> None:
    table = readings()
    assert code("高") in table.codes("gao").tolist()
    assert code("铁") not in table.codes("gao").tolist()
    assert {code("高"), code("关")} <= set(table.beginning("g").tolist())
    assert len(table.codes("xyz")) == 0


def test_usual_readings_are_first_readings() -> None:
    table = readings()
    assert code("了") in table.usual("le").tolist()
    assert code("了") not in table.usual("liao").tolist()
    assert code("了") in table.sounding_like(code("聊")).tolist()
    assert code("了") not in table.sounding_like(code("聊"), usually=True).tolist()


SPELLINGS = [
    ("jiaotong", "jiao tong", "run together"),
    ("jiaot", "jiao t-", "the last syllable half typed"),
    ("xian", "xian", "one syllable before two"),
    ("fangan", "fan gan", "both ways are tried"),
    ("fangan", "fang an", "both ways are tried"),
    ("lvse", "lv se", "ü as v"),
    ("wtozuzhi", "w= t= o= zu zhi", "a Latin letter that is a syllable, too"),
    ("txingtai", "t= xing tai", "a Latin letter among syllables"),
]


@pytest.mark.parametrize(("letters", "expected", "why"), SPELLINGS)
def test_letters_are_read_as_pinyin(letters: str, expected: str, why: str) -> None:
    mark = {"syllable": "", "partial": "-", "letter": "="}
    read = [" ".join(p.text + mark[p.kind] for p in spelling) for spelling in readings().spellings(letters)]
    assert expected in read[:4]


@pytest.mark.parametrize("letters", ["", "lcgt", "zzz", "a" * (MOST_LETTERS + 1)])
def test_what_is_no_pinyin_has_no_spelling(letters: str) -> None:
    assert readings().spellings(letters) == ()


def test_ambiguous_letters_take_no_time() -> None:
    assert 0 < len(readings().spellings("xian" * 16)) <= 16


ABBREVIATIONS = [
    ("jiaotgs", "jiao t g s", "a syllable, then initials"),
    ("zhgt", "zh g t", "an initial of two letters"),
    ("liaoch", "liao ch", "an initial last"),
]


@pytest.mark.parametrize(("letters", "expected", "why"), ABBREVIATIONS, ids=[row[2] for row in ABBREVIATIONS])
def test_letters_are_read_as_abbreviations(letters: str, expected: str, why: str) -> None:
    assert expected in [
        " ".join(piece.text for piece in pieces) for pieces in readings().abbreviations(letters)
    ]


@pytest.mark.parametrize("letters", ["", "uuu", "iv"])
def test_letters_that_begin_no_syllable_abbreviate_nothing(letters: str) -> None:
    assert readings().abbreviations(letters) == ()
