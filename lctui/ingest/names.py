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
    "贠亓綦郇侬赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦"
    "昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹"
    "姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐"
    "邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁"
    "荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘"
    "景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦"
    "雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文"
    "寇广禄阙东欧沃利蔚越隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓"
    "公丘仉督晋楚闫法汝鄢涂钦岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯年爱阳佟肖付代覃冼练楼揭仝原税苑初展信战衣"
    "门木位兰豆敬买尧褐仁海但才苟旷隋禚谌邸凃庹忻揣栗沐淦漆澹琚甯皋眭矫祈禤笪粟翦肇苌茆菅赫邝郏钊雒麦撖侴殳夔朴"
)


# The same surnames as printed in traditional characters.
_TRADITIONAL = frozenset(
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒竇雲蘇魯韋馬鳳鮑費賀羅畢鄔樂時齊顧黃蕭貝計談龐紀項閔強賈婁鍾鐘駱"
    "萬盧經繆應賁鄧單諸鈕龔榮陸儲車寧欒厲劉葉薊懷從賴藺陰聞黨貢勞遊壽連習魚閻農溫別莊滿國廣祿闕師鞏聶簡饒"
    "關紅權蓋晉閆愛陽區塗興東倉雙湯龍於"
)
_ANY_SURNAME = _SURNAMES | _TRADITIONAL

# Surnames with which hardly a word begins: after one of these, two characters are a name whatever they are.
_STRONG = frozenset(
    "王李张刘陈杨赵吴徐孙朱胡郭何林罗郑梁谢唐许韩冯邓曹彭曾肖蔡潘袁董余吕魏蒋杜丁沈姚卢姜崔钟谭陆汪范廖贾"
    "韦傅邹熊孟秦邱侯薛阎雷段郝邵钱贺龚赖覃莫孔汤尹黎顾戴宋萧葛祁倪裴刁翁柴聂耿岳樊霍卜邢窦詹欧鲁柯殷俞冼"
    "涂晏闫虞佟阮柳蒲屈牟邬娄翟焦瞿鲍庞骆甄辛靳姬缪褚卞蔺巩谌佘仝揭郜喻奚苏周马施闵冉蒙訾亓逄鞠嵇糜隗宓禹"
    "狄陳張劉楊趙吳孫羅鄭許韓馮鄧呂蔣盧鍾譚陸賈韋鄒閻錢賀龔賴湯顧蕭聶竇魯塗閆婁龐駱蘇馬閔謝"
)

# Characters of which given names are made.
_GIVEN = frozenset(
    "兵昆鲲舫璞荻桦铮楹辛庭棣儒轶杉勋亨亦钺甫臣柱伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧巧美玲红玉萍婷雪晶妍倩莉颖露瑶怡婵雁蓓纨仪荷丹蓉眉"
    "君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚"
    "宜可姬舒影荔枝思佳嘉宇浩然博文建国志海波峰林森鹏飞龙云山松柏东南北春夏秋冬阳光辉煌耀星辰月亮亭锋锐毅"
    "恒永恩德仁义礼智信忠孝诚立成功业宏才俊彦彬斌宾武剑钧钢铁铭鑫银金宝贵富福禄寿喜庆祥瑞吉安康健全兴旺盛"
    "昌隆泰利民生根发财源长顺达通远进先广大方正直和谦逊廉洁清泉江河湖涵润泽溪沛淑贞惠兰芝莲菊梅桃杏莹珍珠"
    "琳琪璐瑜瑾璇玮珏珊瑛琼环佩虹霓晨曦旭昕晖昊昱晗晴暄朗哲睿敬勤俭学书翰墨诗雅歌琦凯旋胜凡帆航舟川翔鸿鹤"
    "燕莺凤凰麟骏驰骥虎豹子孟仲叔季伯少小一二三四五六七八九十之元初新启曙黎芬芹芙茜萌苗蕾蕙薰依倪佑佐俐保"
    "倚偲其冠凌劲励千卓同向周品善坚坤培城垚堂增奇奎奕妙妮姗娅娇娴婉媛媚嫣存孜守定宛容宸密察尚展岩岭崇嵘巍"
    "州帅廷弘弛彤彪微心念怀恬恺情意慈憬扬承捷振掌授敦斯旦昂是晋景曼朋望朝本权来杨栋树校桐桢楠榕槐樱殊水汉"
    "汝沁沅治法泓泳洪浚淇淳渊渝湘滨漪灵炎炜炳烁烨焕焱煜熙爱牧特献珂珩理琛琢瑄璟甜田申男畅益真石砚碧祖祯禹"
    "秉科程稳童竣笑筱粤素纪绍绪维绮缘群翊翠耕联胤致舜良芊芮苏若茂茹荃荣莎菡萱葆葵蓝蔚薏行衍裕西观言许译誉"
    "诺谊豪贝贤赛起越跃路轩迅迎逸道遥邦郁醒重野钊铎锦镇镛闻陶陈隽雄雨雯震霆霖青非音颂颜飒驹骁高鲁鸣麒默齐"
    "龄换蔼鈞偉麗強軍豔傑濤華紅瑩貞蘭蓮鳳龍陽輝銘寶貴慶興達遠廣義潔澤樂學書詩鴻鶴維緒綺縣聯樹棟權樟榮蓁訓"
    "詠誠諾賢躍軒進鐘鋒鋼錦鎮閔雲靜順頤顏鵬齡"
)

# Words that have the shape of a name. They stand alone on a line as subheads and labels.
_LABELS = """
和平 文明 阳光 国庆 安全 平安 金秋 高兴 高雅 高山 高云 温馨 文学 文艺 文海 成功 成长
成立 成才 成林 方向 方正 方法 方志 石林 石山 万方 时光 时尚 经书 田园 田野 水利 水源
江山 江海 江南 江河 明星 明月 明亮 向阳 古文 古诗 古城 国学 国宝 国权 国之 公文 公德
公正 公益 公安 公路 公然 东方 东海 东北 广大 广东 广西 海南 海洋 海水 安康 安定 安宁
安心 年华 年龄 常青 常德 常州 乐园 农业 农民 农田 车展 党建 双龙 雷同 雷达 周全 许可
林业 林海 郑州 徐州 苏州 沈阳 唐山 唐诗 韩国 范文 陆军 马路 余生 余音 金山 金石 金光
金星 黄山 黄河 黄金 白云 白山 白雪 花海 花园 龙泉 龙江 龙舟 山水 山川 山海 山东 山西
云南 云海 计生 法学 法定 法治 强国 强军 秋韵 元旦 红星 红心 关心 关爱 展望 全国 全民
原来 师生 师德 师道 师恩 通信 通道 通达 幸福 信心 爱国 爱心 温情 应景 单元 包容 后来
越来 利民 利益 从容 从业 干劲 莫言 司法 诸城 章程 宁波 宁夏 鲁迅 尚学 周一 周二 周三
周四 周五 周六 张家口 何时休 马路边 周年庆 周末版 高一 高二 高三 高水平 金融业 公益林
高铁路
"""
_WORDS = frozenset(_LABELS.split())
# With which names of three characters hardly end, and places and offices do.
_PLACE_ENDS = frozenset("镇村庄县市区乡路街桥馆局厂店院校站所处系组屯沟坪省州国人们年月日时者")

# The characters with which names of other peoples of China are written: 阿依努尔, 扎西顿珠, 乌兰托娅.
_SOUNDS = frozenset(
    "·阿艾依努尔力吐逊提拉木江买合曼古丽扎西顿珠卓玛央金次仁旺堆多杰吉姆丹青东智热合图哈巴特乌兰托娅图雅其格斯琴娃布和赛音苏日"
    "娜萨哈孜别克叶肯塔沙不达洛桑平措加才让尼罗普琼德白索朗仓决曲珍贡觉卡吾麦迪玉素甫如则亚森洪伊米司麻比"
    "肉库班牙生卜杜居来外海拜地帕夏姑莱妮莎里那旦增益嘎登朵坚赞鲁胡安呼敖毕恩宝孟根满都腾勒楞额敦云汗"
)


def is_name(text: str) -> bool:
    """Whether `text` has the shape of a Chinese name: a surname and one or two characters more."""
    if len(text) == 2 and text in COMPOUND:
        return False  # a surname, and no name after it
    return (2 <= len(text) <= 3 and text[0] in _ANY_SURNAME) or (3 <= len(text) <= 4 and text[:2] in COMPOUND)


def is_transcribed(text: str) -> bool:
    """Whether `text` may be a name written by its sound: 阿依努尔, 扎西顿珠, 马克·吐温."""
    return ("·" in text and len(text) > 3) or is_of_sounds(text)


def is_of_sounds(text: str) -> bool:
    """Whether `text` consists of the characters by which names of other peoples of China are written."""
    if not 3 <= len(text) <= 9 or text[0] not in _SOUNDS or text[-1] not in _SOUNDS:
        return False
    return text[0] != "·" != text[-1] and _SOUNDS.issuperset(text)


def has_common_surname(name: str) -> bool:
    """Whether a name begins with one of the surnames that most people bear."""
    return name[:1] in _STRONG


def is_likely_name(text: str) -> bool:
    """Whether `text` is rather a name than a word where nothing beside it says so: 冯印谱, 方成, 司徒伟智,
    but not 方法, 高质量, 公告. A surname with which words begin wants given names after it."""
    if not is_name(text) or text in _WORDS:
        return False
    if len(text) > 2 and text[:2] in COMPOUND:
        return True
    given = text[1:]
    if len(given) == 2 and text[0] in _STRONG:
        return given[1] not in _PLACE_ENDS
    return _GIVEN.issuperset(given)


OFFICES = (
    "(?:[部院处系会局办室站台社队所厂司科委校区县镇乡村馆行团组班级]|中心|[小中大]学|[校院局处科]长|主任|教师|教授|"
    "[医药技]师|律师|研究员|专家|工程师|农艺师|集团|公司|幼儿园|经理|书记|居民|村民|市民|职工)"
)
"""What the place where a writer works ends in, or what a writer is: 消化科, 市中医院, 小学校长."""

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


_LONGEST = 9
"""Characters of the longest name."""
_MOST = 5
"""Names after which no more than one can follow."""
_AWKWARD = {2: 0.5, 5: 0.3, 6: 0.6, 7: 1.2, 8: 1.8, 9: 2.4}
"""What speaks against a name by its characters; beyond five they are rather those of two."""


def split_glued(text: str) -> tuple[str, ...] | None:
    """Names set without blanks (张京陈辉), where one division into names is better than all others: a name
    begins with a surname, rather with one that begins nothing else, and rather has three characters."""
    # For each place that names reach up to: what speaks against them, the names, and whether no other
    # division is as good.
    best: dict[int, tuple[float, tuple[str, ...], bool]] = {0: (0.0, (), True)}
    starts = [0]  # the places from which a further name may go on
    for end in range(2, len(text) + 1):
        if end - starts[-1] > _LONGEST:
            return None
        found: tuple[float, tuple[str, ...], bool] | None = None
        for start in reversed(starts):
            size = end - start
            if size > _LONGEST:
                break
            name = text[start:end]
            if size < 2 or "·" in (name[0], name[-1]) or not (is_name(name) or is_of_sounds(name)):
                continue
            before = best[start]
            cost = before[0] + (0.0 if name[0] in _STRONG or name[:2] in COMPOUND else 1.0)
            cost += 0.0 if "·" in name else _AWKWARD.get(size, 0.0)
            cost += 0.6 if is_name(name) and not _GIVEN.issuperset(name[1:]) else 0.0
            if found is None or cost < found[0]:
                found = cost, (*before[1], name), before[2]
            elif cost == found[0]:
                found = *found[:2], False
        if found is not None:
            best[end] = found
            if len(found[1]) <= _MOST:
                starts.append(end)
    last = best.get(len(text))
    return last[1] if last is not None and last[2] else None
