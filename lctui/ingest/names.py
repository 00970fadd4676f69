"""Chinese personal names: what looks like one, and where names set close together divide.

The surnames are those of the Hundred Family Surnames (百家姓) and the further ones most frequent today.
"""

from __future__ import annotations

COMPOUND = [
    "欧阳",
    "太史",
    "端木",
    "上官",
    "司马",
    "东方",
    "独孤",
    "南宫",
    "万俟",
    "闻人",
    "夏侯",
    "诸葛",
    "尉迟",
    "公羊",
    "赫连",
    "澹台",
    "皇甫",
    "宗政",
    "濮阳",
    "公冶",
    "太叔",
    "申屠",
    "公孙",
    "慕容",
    "仲孙",
    "钟离",
    "长孙",
    "宇文",
    "司徒",
    "鲜于",
    "司空",
    "令狐",
    "呼延",
    "百里",
    "东郭",
    "西门",
    "南门",
    "第五",
    "拓跋",
    "轩辕",
]
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦"
    "昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹"
    "姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐"
    "邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁"
    "荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘"
    "景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦"
    "雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文"
    "寇广禄阙东殴沃利蔚越隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓"
    "公丘仉督晋楚闫法汝鄢涂钦岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯年爱阳佟肖付代覃冼练楼揭仝原税苑初展信战衣"
    "门木位兰豆敬买尧褐仁海但才苟旷"
)


def is_name(text: str) -> bool:
    """Whether `text` has the shape of a Chinese name: a surname and one or two characters more."""
    return (2 <= len(text) <= 3 and text[0] in _SURNAMES) or (3 <= len(text) <= 4 and text[:2] in COMPOUND)


# Cities whose first character is a surname, for telling 武汉报道 from 李明报道.
_CITIES = frozenset({
    "武汉", "成都", "沈阳", "石家庄", "郑州", "温州", "宁波", "常州", "徐州", "连云港", "黄山",
    "平顶山", "许昌", "唐山", "秦皇岛", "张家口", "衡水", "包头", "金华", "梅州", "云浮", "江门",
    "安阳", "安庆", "马鞍山", "景德镇", "阳泉", "阳江", "齐齐哈尔", "宜昌", "宜宾", "巴中", "广安",
    "喀什", "向阳", "钦州", "万州", "龙岩", "池州", "和田", "都江堰", "平壤", "东京", "柏林", "华盛顿",
    "莫斯科", "曼谷",
})  # fmt: skip


def is_place(text: str) -> bool:
    """Whether `text` is a place although it has the shape of a name: 武汉, 许昌市."""
    return text in _CITIES or (len(text) > 2 and text[-1] in "省市县區区州镇乡村縣")


def split_glued(text: str) -> tuple[str, ...] | None:
    """Names set without blanks (张京陈辉), where only one division into names is possible."""
    found: list[tuple[str, ...]] = []

    def divide(rest: str, names: tuple[str, ...]) -> None:
        if len(found) > 1 or len(names) > 6:
            return
        if not rest:
            found.append(names)
            return
        for size in (2, 3, 4):
            if len(rest) >= size and is_name(rest[:size]):
                divide(rest[size:], (*names, rest[:size]))

    divide(text, ())
    return found[0] if len(found) == 1 else None
