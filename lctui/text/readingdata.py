"""Readings of characters by use: made by tools/readings.py, not by hand.

`USE` holds, separated by blanks, a folded character, then its readings in use, the usual one first, then
after a slash those that are rare. Readings not named here are dead; characters not named keep all theirs.
"""

USE = """\
㑇zhou 㛚tong 㤘zhou 㧑hui 㴔yi 䁖lou 䅟can 䏝zhuan 䏲die 䐃jun 䓕tuo,wei 䗖di 䜣xin 䴔jiao 䴖jing 䴘ti
䴙pi 丁ding/zheng 不bu 专zhuan 且qie 丞cheng 个ge 丱guan 串chuan 丽li 乂yi 乃nai 么me,mo/ma 义yi 之zhi 乌wu
乍zha 乐le,yue 乔qiao 乘cheng/sheng 乙yi 乜mie 也ye 予yu 事shi 于yu 亏kui 亘gen 亚ya 些xie 亟ji 亡wang
亢kang 亥hai 亨heng 亩mu 亲qin/qing 亶dan 亹wei 什shen/shi 仂le 仅jin 仆pu 仇chou,qiu 介jie 从cong 仓cang
他ta 仡ge 令ling 以yi 仰yang 仳pi 件jian 价jia 任ren 份fen 伈xin 伉kang 伋ji 伎ji 休xiu 众zhong 会hui,kuai
伣qian 伥chang 伧cang/chen 伪wei 伯bo/bai,ba 伴ban 佁yi 佃dian 但dan 位wei 体ti 佗tuo 余yu 佚yi 佛fu,fo
佝gou/kou 你ni 佣yong 佬lao 佰bai 佴er 佻tiao 佼jiao 侉kua 例li 侏zhu 侔mou 侗dong/tong 侥jiao/yao 侦zhen
侧ce 侨qiao 促cu 俊jun 俍liang 俏qiao 俛fu 俞yu/shu 俟qi/si 信xin 俦chou 俫lai 修xiu 俶chu 俸feng 俺an 俾bi
倍bei 倓tan 倕chui 倘tang/chang 倚yi 倜ti 倞jing 倩qian 倪ni 倭wo 假jia 偈ji 偌ruo 偕xie 偢chou 偪bi 偬zong
偲cai 偻lou 傀gui,kui 傍bang 傕jue 傥tang 僄piao 僇lu 僎zhuan 僔zun 僚liao 僝chan 僧seng 僪ju 僭jian
僮tong/zhuang 儋dan 儗ni 儴rang 儿er 允yun 兄xiong 克ke/kei 免mian 兑dui 兔tu 党dang 共gong 关guan 兴xing
其qi 典dian 内nei 冉ran 册ce 冒mao 冥ming 冬dong 冯feng/ping 冰bing 决jue 冷leng 冼xian 净jing 凄qi 准zhun
几ji 凹ao/wa 出chu 击ji 凿zao/zuo 刀dao 切qie 刍chu 划hua 列lie 创chuang 刮gua 刳ku 券quan 刺ci 刻ke 剀kai
剅lou 削xue,xiao 前qian 剖pou 剟duo 剡shan 剥bo,bao 副fu 剸tuan 剽piao 剿jiao/chao 劐huo 务wu 助zhu 劳lao
劾he 勖xu 募mu 勤qin 勷rang 勺shao 勿wu 匀yun 包bao 匕bi 化hua 匡kuang 匪fei 匮kui/gui 区qu,ou 匼ke 匿ni
半ban 华hua 卑bei 卒zu,cu 单dan,chan,shan 南nan/na 卜bo,bu 卞bian 卟bu 占zhan 卢lu 卤lu 卬ang 印yin 却que
卵luan 卷juan 厂chang 厉li 厌yan 厕ce/si 厖pang 厘li 厝cuo 县xian 叁san 参can,cen,shen 叆ai 发fa 叕zhuo
受shou 叚jia 叟sou 古gu 句ju,gou 只zhi 叭ba 可ke 台tai 叱chi 叶ye/xie 号hao 司si 叹tan 叻le 叽ji 吃chi
合he/ge 吊diao 同tong 向xiang 吓xia,he 吖ya/a 吞tun 吟yin 吡bi 否fou/pi 吧ba 吨dun 吩fen 吪e 听ting
吱zhi/zi 吲yin 吴wu 吵chao 吷xue 吽hong/ou 吾wu 呀ya 呃e 呆dai 呇qi 呈cheng 告gao 呐na,ne 呒wu 呔dai/tai
呕ou 呗bei/bai 呙guo 呛qiang 呲ci/zi 味wei 呴xu 呵he,a 呶nao 呷ga 呼hu 咀ju/zui 咇bie 咋za,ze/zha
和he,huo/hu 咍hai 咎jiu 咔ka 咖ka/ga 咣guang 咥xi 咦yi 咪mi 咬yao 咯ge,ka/luo 咱zan/za 咳ke,hai 咴hui
咶huai 咷tao 咸xian 咻xiu 咽yan,ye 哄hong 哆duo 哇wa 哈ha 哌pai 哏gen 哐kuang 哑ya 哕hui/yue 哗hua 哙kuai
哜ji 哝nong 哧chi 哨shao 哩li 哪na,nei/ne 哮xiao 哱bo 哺bu 哽geng 唆suo 唇chun 唏xi 唑zuo 唛ma/mai 唝gong
唠lao 唧ji 唪feng 唬hu 售shou 唷yo 唼sha 啁zhao,zhou 啄zhuo 啉lin 啊a 啐cui 啜chuai,chuo 啡fei 啮nie
啴chan/tan 啸xiao 啻chi 喀ka 喁yong 喈jie 喊han 喋die 喏nuo/re 喔o 喙hui 喜xi 喝he 喟kui 喳zha/cha 喷pen
嗄a 嗌ai 嗍suo 嗑ke 嗒da/ta 嗔chen 嗖sou 嗟jie 嗨hai 嗫nie 嗲die 嗽sou 嘀di 嘁qi 嘏gu 嘘xu 嘚de 嘞lei
嘬chuai 嘲chao/zhao 嘿hei 噌ceng 噍jiao 噎ye 噢o 噫yi 噶ga 噷xin 嚄huo 嚣xiao 嚯huo 囡nan 团tuan 园yuan
囱cong 圌chuan 圜huan 土tu 圣sheng 圩wei,xu 圪ge 圫yu 圳zhen 场chang 圻qi 圾ji 均jun 坉tun 坋ben 坏huai
坑keng 块kuai 坛tan 坝ba 坥qu 坨tuo 坫dian 坬gua 坯pi 坳ao 坷ke 坻chi/di 垂chui 垌dong 垒lei 垠yin 垦ken
垧shang 垩e 垭ya 垸yuan 垺fu 垾han 埃ai 埆que 埏shan 埚guo 埝nian 埤pi 埫chong 埯an 埳kan 埶yi/shi 培pei
堆dui 堇jin 堋peng 堑qian 堕duo 堤di/ti 堧ruan 堨ye 堪kan 堲ci 堵du 塌ta 塔ta 填tian 墅shu 墐jin 增zeng
墨mo 壅yong 壑he 声sheng 壹yi 处chu 夏xia 夐xiong 夕xi 大da,dai 太tai 夬guai 夭yao 央yang 夯hang/ben 失shi
夸kua 夹jia/ga 夺duo 奇qi,ji 奋fen 奏zou 契qi 奓zha 奔ben 奘zang 奠dian 奡ao 奥ao 女nv,nu 奸jian 她ta
妁shuo 妃fei 妖yao 妗jin 妞niu 妧wan 妪yu 妭ba 妯zhou 姐jie 姓xing 姗shan 姚yao 姣jiao 姥lao/mu 姬ji 姱kua
姶e 姽gui 娃wa 娄lou 娆rao 娈luan 娉ping 娘niang 娩mian 娶qu 婑rui 婕jie 婘quan 婠wan 婤chou 婫kun 婺wu
婼chuo 媂di 媆ruan 媞shi 媠tuo 媪ao 媮tou 媲pi 媵ying 媿kui 嫖piao 嫚man 嫽liao 嬗shan 嬛huan/xuan 嬥tiao
嬬ru 嬷ma/mo 孅qian 孖ma 孙sun 孛bei 学xue 孱can,chan 宁ning 它ta 宅zhai 完wan 宓mi 宛wan/yuan 实shi
宠chong 审shen 客ke 宪xian 害hai 家jia/gu 容rong 宿su,xiu 察cha 寨zhai 寰huan 寺si 封feng 射she
将jiang/qiang 尉wei,yu 尔er 尚shang 尢you 尥liao 尨mang 尹yin 尺chi/che 尿niao/sui 屃xi 居ju 屈qu 屎shi
属shu/zhu 屯tun/zhun 屹yi 屿yu 岁sui 岂qi 岈ya 岨qu 岿kui 峒dong/tong 峛li 峤jiao 峿yu 崄xian 崎qi 崒zu
崚leng 崛jue 崤xiao 崭zhan 嵁kan 嵇ji 嵊sheng 嵌qian/kan 嵯cuo 嶒ceng 嶦zhan 嶷yi 巡xun 巨ju 差cha,chai,ci
己ji 已yi 巳si 巽xun 币bi 市shi 帑tang 帔pei 帕pa 帘lian 帧zhen 帱chou 帻ze 幅fu 幕mu 幢chuang 干gan,qian
平ping 年nian 并bing 幸xing 幺yao 幼you 广guang 庄zhuang 庆qing 庇bi 庐lu 底di 庞pang 度du/duo 庳bi 庵an
庶shu 廆gui 廑jin/qin 廪lin 开kai 弁bian 弆ju 弇yan 式shi 弟di/ti 弥mi 弦xian 彀gou 彊jiang 归gui 录lu
彖tuan 彗hui 彦yan 彬bin 彭peng 彳chi 征zheng/zhi 徊huai 徙xi 御yu 徧bian 徼jiao 忏chan 忐tan 忑te 忒te
忞min 忪song/zhong 忮zhi 忱chen 忳tun 念nian 忾kai 怀huai 怍zuo 怕pa 怙hu 怛da 怜lian 思si 怠dai 怨yuan
怫fu 怵chu 总zong 恁nen/ren 恂xun 恃shi 恍huang 恒heng 恓xi 恔jiao 恝jia 恤xu 恫dong 恶e,wu 恿yong 悆yu
悈jie 悛quan 悝kui 悢liang 悭qian 惆chou 惊jing 惏lan 惓quan 惔tan 惙chuo 惛hun 惝chang 惮dan 惰duo 惴zhui
惹re 愀qiao 愁chou 愉yu 愍min 愒kai 愓dang 感gan 愠yun 愬su 慊qian 慎shen 慝te 慥zao 慬qin 慭yin 慴she
憕cheng 憧chong 憾han 懊ao 懒lan 懔lin 戆gang 戋jian 戌xu/qu 戎rong 戏xi 戕qiang 或huo 戗qiang 戚qi 戛jia
戡kan 戭yan 房fang 才cai 扑pu 扒ba,pa 扛kang/gang 扢gu 扩kuo 扭niu 扮ban 扰rao 扱xi 扳ban 扶fu 扺zhi 找zhao
承cheng 技ji 抂kuang 抄chao 把ba 投tou 抗kang 折zhe,she 抚fu 抟tuan 抠kou 抢qiang 报bao 抨peng 抬tai 抱bao
抵di 抻chen 押ya 拂fu/bi 拃zha 担dan 拆chai 拈nian 拊fu 拌ban 拍pai 拎lin 拓tuo,ta 拔ba 拖tuo 拗ao,niu 拘ju
招zhao 拨bo 择ze/zhai 括kuo/gua 拮jie 拱gong 拴shuan 拶za/zan 拼pin,pan 拽zhuai/ye 拾shi/she 挈qie 挎kua
挑tiao 挛luan 挝wo 挟xie 挠nao 挢jiao 挥hui 挦xian 挫cuo 挲sa/suo 挼rua 捆kun 捋lv,lu/luo 捌ba 捍han,gan
捎shao 捐juan 捡jian 捣dao 捧peng 捩lie 捭bai 捰wo 捶chui 捷jie 捻nian 捽zuo 掀xian 掇duo 掉diao 掊pou 掎ji
排pai 掘jue 掞shan 探tan 接jie 控kong 措cuo 掴guai 掸dan/shan 掺can,chan 掾yuan 揄yu 揍zou 描miao 提ti,di
插cha 揖yi 握wo 揣chuai 揩kai 揭jie 揳xie 援yuan 搀chan 搋chuai 搒bang 搓cuo 搕ke 搛jian 搜sou 搞gao 搤e
搥chui 搨ta 搬ban 搭da 搰hu 摄she 摅shu 摆bai 摊tan 摋sa 摧cui 摩mo/ma 摴chu 摽biao 撅jue 撇pie 撕si 撖han
撩liao 撮cuo 撰zhuan 擐huan 擗pi 擿ti/zhai 攉huo 攒zan,cuan 攘rang 支zhi 攽ban 敌di 敕chi 敞chang 敦dun
敩xiao 敫jiao 斗dou 斜xie 斡wo 斥chi 斫zhuo 斯si 方fang 施shi 旁pang 旄mao 族zu 无wu/mo 既ji 旬xun 旮ga
旰gan 昂ang 昆kun 明ming 昔xi 昕xin 昙tan 映ying 昧mei 昫xu 是shi 昳die 昵ni 晁chao 晟cheng 晢zhe
景jing/ying 暅geng 暇xia 暕jian 暖nuan 暗an 暧ai 暨ji 暴bao,pu 曷he 最zui 月yue 有you 服fu 朏fei 朐qu
朓tiao 朘zui/juan 朝chao,zhao 期qi 朦meng 末mo/me 札zha 术shu/zhu 朱zhu 机ji 杀sha 杂za 权quan 杅yu 杆gan
杌wu 杓biao/shao 杕di 杜du 杠gang 杭hang 杷pa 杻chou 杼zhu 板ban 构gou 枇pi 枉wang 枋fang 析xi 枕zhen 枘rui
果guo 枝zhi 枢shu 枧jian 枨cheng 枪qiang 枫feng 枯ku 枸gou/ju 枹bao 柁duo 柈ban 某mou 柑gan 柙xia
柚you/zhou 柜gui 柞zha,zuo 柠ning 柢di 查cha,zha 柮duo 柴chai 柷chu 柽cheng 栅zha,shan 栈zhan 栌lu 栎li
栏lan 栒xun 栓shuan 栖qi/xi 栗li 栝gua/kuo 栟ben 校xiao,jiao 栩xu 样yang 核he/hu 格ge 桁heng/hang 桃tao
桅wei 桊juan 桐tong 桔ju,jie 桠ya 桡rao 桥qiao 桧gui/hui 桩zhuang 桯ting 桲po 梌tu 梏gu 梢shao 梣cen/chen
梧wu 梭suo 梼tao 棁zhuo 棋qi 棍gun 棓bang 棣di 棬quan 棰chui 棱leng/ling 棵ke 棹zhao 棽shen
椆chou/zhou,diao 椑bei 椭tuo 椹shen 楂zha 楛hu 楪ye 楮chu 楯dun 楷kai 楼lou 概gai 榅wen 榇chen 榑fu 榜bang
槁gao 槌chui 槛kan/jian 槭qi 槱you 槽cao 槿jin 樘tang 横heng 橐tuo 橑lao 橙cheng 橦tong 檀tan 檐yan 檗bo
檞jie 檠qing 檫cha 次ci 欬kai 欸ai 欹yi 欻chua 款kuan 欿kan 歃sha 歇xie 歙she 歹dai 殁mo 殍piao 殖zhi/shi
殴ou 殽xiao 毋wu 母mu 毒du 比bi 毳cui 毹shu 氏shi,zhi 氐di 氓mang/meng 气qi 氤yin 氿gui 汀ting 汁zhi 汉han
汋zhuo 汕shan 汗han 池chi 污wu 汤tang/shang 汧qian 汩gu 汪wang 汭rui 汶wen 汽qi 汾fen 沂yi 沆hang 沇yan
沈shen/chen 沌dun 沏qi 沙sha 沟gou 没mei,mo 沦lun 沨feng 沩wei 沮ju 沱tuo 沸fei 治zhi 沾zhan 泂jiong 泃ju
泄xie 泅qiu 泆yi 泔gan 泖mao 泙ping 泚ci 泛fan 泜zhi 泞ning 波bo 泣qi 泥ni 注zhu 泪lei 泫xuan 泯min 泵beng
泷long/shuang 泺luo 泼po 泽ze 泾jing 洁jie 洇yin 洋yang 洒sa 洓se 洚jiang 洫xu 洮tao 洴ping 洵xun 洸guang
活huo 洼wa 洽qia 派pai 洿wu 浃jia 浅qian 浇jiao 浈zhen 浍hui 济ji 浑hun 浒hu 浔xun 浚jun,xun 浛han 浜bang
浟you 浥yi 浩hao 浬li 浰lian 浲feng 浸jin 涂tu 涉she 涌yong/chong 涎xian 涑su 涓juan 涔cen 涛tao 涟lian
涣huan 涪fu 涮shuan 液ye 涴wo 淌tang 淑shu 淖nao 淙cong 淜ping 淠pi 淡dan 淦gan 淫yin 淬cui 淳chun 混hun
渍zi 渎du 渐jian 渑mian 渗shen 渠qu 渥wo 温wen 渫xie 港gang 渴ke 游you 湃pai 湍tuan 湔jian 湛zhan 湝jie
湟huang 湣min 湫jiao 湮yan/yin 湴ban 湿shi 溃kui/hui 溅jian 溇lou 溉gai 溓lian 溘ke 溚ta 溟ming 溥pu 溦wei
溪xi 溯su 溱qin 溲sou 溴xiu 溹suo 溺ni/niao 滂pang 滇dian 滋zi 滑hua 滞zhi 滠she 满man 滢ying 滥lan 滧yao
滩tan 漂piao 漆qi 漦chi 漴zhuang 漷huo 漻liao 潏yu 潘pan 潠xun 潢huang 潭tan 潵sa 潼tong 澄cheng/deng 澉gan
澍shu 澡zao 澳ao 澴huan 澶chan 澹dan,tan 激ji 濂lian 濊hui 濞bi 濡ru 濩huo 濯zhuo 瀑pu 瀹yue 瀼rang 灌guan
灯deng 炅jiong 炎yan 炔gui/que 炕kang 炖dun 炜wei 炮pao 炰pao 点dian 炼lian 烁shuo 烃ting 烔tong 烙lao
烛zhu 烜xuan 烟yan 烠hui 烫tang 烻yan 焆juan 焉yan 焌jun/qu 焘dao/tao 焞tun 焦jiao 焯chao 焱yan 煦xu 煨wei
煴yun 熇he 熙xi 熜cong 熥teng 熨yun 熯han 燋jiao 燔fan 燠yu 燥zao 燹xian 爆bao 爝jue 爻yao 爿pan 片pian
牟mou,mu 牢lao 牦mao 牺xi 犄ji 犴an 犷guang 犹you 狂kuang 狃niu 狄di 狝xian 狟huan 狠hen 狡jiao 狧ta 狯kuai
狶xi 狸li 狻suan 狼lang 猎lie 猗yi 猡luo 猫mao 献xian 猰ya 猲xie 獠liao 獬xie 獾huan 率lv,lu,shuai 王wang
玚chang 玟wen 玢bin/fen 玱qiang 玹xuan 玼ci 珇zu 珞luo 珢yin 珩hang 珵cheng 琟wei 琯guan 琼qiong 瑗yuan
瑱zhen 瓠hu 瓿bu 甄zhen 甘gan 甫fu 甬yong 甭beng 由you 甸dian 町ting/ding 甾zai 畤zhi 番fan,pan 畬she 畸ji
畹wan 疐zhi 疑yi 疔ding 疗liao 疙ge 疟nve,nue/yao 疠li 疡yang 疴ke 疵ci 疸dan/da 疹zhen 痕hen 痡fu 痦wu
痪huan 瘅dan 瘕jia 瘘lou 瘟wen 瘥chai 瘳chou 瘵zhai 癌ai 癞lai 登deng 白bai 百bai/bo 癿qie 皇huang 皋gao
皓hao 皖wan 皛xiao 皤po 皿min 盅zhong 盍he 监jian 盒he 盘pan 盟meng 盯ding 盷tian 盹dun 盼pan 盾dun
省sheng,xing 眈dan 眊mao 眙yi 眠mian 眩xuan 眭sui 眴xuan 眼yan 着zhe,zhao,zhuo,zhu 睃suo 睄shao 睇di 睟sui
睢sui 睫jie 睽kui 睾gao 瞀mao 瞆kui,gui 瞋chen 瞑ming 瞒man 瞠cheng 瞢meng 瞥pie 瞵lin 瞿qu 矜jin 矞yu 矣yi
矸gan 矻ku 矼gang 矿kuang 砉huo 砌qi/qie 研yan 砖zhuan 砝fa 砟zha 砠ju 砥di 砬la 砰peng 砲pao 砵bo 砾li
硁keng 硅gui 硊wei 硌ge 硍xian 硎xing 硐dong 硔hong 硗qiao 硙wei 硝xiao 硪wo 硫liu 硬ying 碈min 碌lu,liu
碍ai 碏que 碜chen 碟die 碣jie 碱jian 碻que 磏lian 磝ao 磷lin 磹tan 磺huang 磻pan 示shi 祁qi 祇qi 祈qi
祊beng 祓fu 祖zu 祝zhu 祠ci 祢mi 祯zhen 禀bing 禅chan,shan 离li 秘mi,bi 租zu 秤cheng 积ji 秸jie 移yi 稌tu
税shui 稞ke 稠chou 稷ji 稹zhen 稾gao 穜zhong 穰rang 穴xue 穹qiong 穿chuan 窀zhun 窑yao 窒zhi 窖jiao
窗chuang 窦dou 窬yu 窭ju 窾kuan 立li 竘qu 童tong 竺zhu 笋sun 笏hu 笕jian 笤tiao 笮ze 筋jin 筒tong 筛shai
筹chou 筼yun 箐qing 箢yuan 箦ze 箬ruo 箴zhen 箸zhu 篓lou 篦bi 簇cu 簉zao 簿bu 籍ji 籓fan 籴di 粜tiao 粢zi
粥zhou/yu 粹cui 精jing 粿guo 糁san 累lei 絜jie/xie 絮xu 綮qi/qing 繁fan,po 繇yao/you 纚li 纛dao 纠jiu 纡yu
红hong/gong 纤xian,qian 纥ge,he 约yue/yao 纯chun 纰pi 纱sha 纵zong 纺fang 纻zhu 绁xie 组zu 绉zhou 绋fu
绍shao 绎yi 结jie 绘hui 给gei,ji 绚xuan 络luo 绞jiao 绠geng 绡xiao 绢juan 绣xiu 绥sui 绮qi 绰chuo 绱shang
绲gun 绳sheng 维wei 绸chou 综zong 缀zhui 缉ji 缊yun 缗min 缛ru 缜zhen 缞cui 缩suo 缪mou,miao,miu 缫sao
缭liao 缯zeng 缲qiao 缴jiao 缺que 罢ba 罱lan 羟qiang 羡xian 羧suo 羸lei 羹geng 羽yu 翛xiao 翮he 翯he 耆qi
而er 耏nai 耐nai 耑duan 耗hao 耤ji 耳er 耶ye 耷da 聂nie 聊liao 职zhi 聒gua/guo 聘pin 聱ao 肄yi 肆si 肉rou
肋le,lei 肢zhi 肤fu 肥fei 肩jian 肫zhun 肭na 肮ang 育yu 肷qian 肸xi 肺fei 胀zhang 胁xie 胂shen 胆dan 胍gua
胔zi 胖pang/pan 胗zhen 胜sheng 胝zhi 胞bao 胪lu 胫jing 胬nu 胲hai 胳ge/ga 胶jiao 胺an 能neng 脔luan 脘wan
脚jiao 脞cuo 脟lie 脯pu/fu 脱tuo 脾pi 腊la 腌yan/a 腔qiang 腘guo 腧shu 腯tu 腱jian 膊bo 膘biao 膦lin 膻shan
臑nao 臜za 臡ni 臧zang 至zhi 致zhi 臾yu 舂chong 舄xi 舌she 舍she 舒shu 舔tian 般ban/pan,bo 舳zhu 艟chong
艮gen 艴fu 艽jiao 艿nai 芈mi 芋yu 芍shao/que 芎qiong/xiong 芒mang 芘pi 芟shan 芣fu 芥jie/gai 芦lu 芩qin
芪qi 芫yan/yuan 芭ba 芮rui 芴wu 芾fei/fu 苁cong 苋xian 苑yuan 苓ling 苕shao/tiao 苛ke 苞bao 苣ju/qu 苤pie
若ruo/re 苦ku 苫shan 英ying 苴ju 苹ping 苻fu 苾bi 茀fu 茁zhuo 茈ci 茋zhi 茎jing 茛gen 茜qian/xi 茝chai
茧jian 茫mang 茬cha 茭jiao 荃quan 草cao 荑ti 荒huang 荓ping 荖lao 荛rao 荞qiao 荠ji,qi 荡dang 荤hun/xun
荧ying 荨xun/qian 药yao 荼tu 荽sui 莆pu 莉li 莎sha,suo 莜you 莠you 莨lang/liang 莩fu/piao 莫mo 莶xian 获huo
莼chun 菀wan 菅jian 菉lu 菍nie 菏he 菥xi 菩pu 菹ju/zu 菽shu 萁qi 萆bi 萌meng 萑huan 萚tuo 营ying 萩qiu
萹bian 落luo,la/lao 葚ren/shen 葡pu 董dong 葭jia 葰sui 葱cong 葴zhen 葶ting 蒉kui 蒌lou 蒡bang 蒲pu 蒿hao
蓁zhen 蓂ming/mi 蓑suo 蓝lan 蓥ying 蓦mo 蓼liao 蓿xu 蔃qiang 蔈biao 蔟cu 蔡cai 蔫nian 蔷qiang 蔹lian 蔽bi
蕃fan,bo 蕈xun 蕉jiao/qiao 蕊rui 蕞zui 蕰wen 蕲qi 蕴yun 蕹weng 蕺ji 薁yu 薄bao,bo 薜bi 薮sou 藋diao 藐miao
藨biao 藿huo 蘖nie 蘘rang 蘧qu 虑lv,lu 虒si 虫chong 虮ji 虷han 虹hong 虾xia,ha 蚀shi 蚁yi 蚄fang
蚌bang,beng 蚕can 蚝hao 蚣gong 蚤zao 蚰you 蚴you 蚺ran 蛆qu 蛇she/yi 蛊gu 蛑mou 蛙wa 蛞kuo 蛤ha,ge 蛩qiong
蛲nao 蛸shao/xiao 蛾e 蜍chu 蜎yuan 蜒yan 蜓ting 蜕tui 蜗wo 蜚fei 蜡la 蜩tiao 蜮yu 蜱pi 蜴yi 蜷quan 蜻qing
蜾guo 蝈guo 蝉chan 蝍jie 蝎xie 蝙bian 蝤qiu 蝥mao 蝶die 螃pang 螅xi 螣te 螫shi/zhe 蟆ma 蟊mao 蟒mang 蟠pan
蟫yin 蠃luo 蠖huo 蠡li 蠼qu 衃pei 行xing,hang/heng 衙ya 衰shuai 衿jin 袂mei 袆hui 袍pao 袒tan 袜wa 袢pan
袤mao 被bei/pi 袯bo 袼ge 裒pou 裢lian 裣lian 裨bi 裴pei 裼ti/xi 褊bian 褎xiu 褕yu 褚chu 褥ru 褶zhe 襜chan
覃tan,qin 规gui 觇chan 觌di 角jiao,jue 觖jue 觜zi/zui 觟hua 觭ji 觳hu 觿xi 言yan 訄qiu 訇hong 詀zhan 詹zhan
讦jie 讴ou 许xu 识shi/zhi 诋di 诌zhou 诎qu 诒yi 诟gou 详xiang 诧cha 诪zhou 说shuo/shui 诶ei 诸zhu 诹zou
读du/dou 谂shen 调diao,tiao 谍die 谏jian 谒ye 谕yu 谙an 谛di 谜mi/mei 谥shi 谦qian 谪zhe 谮zen 谶chen
谷gu,yu 豁huo/hua 豚tun 豫yu 豳bin 豸zhi 貉hao/he 貊mo 貌mao 贞zhen 责ze 贬bian 贯guan 贲ben/bi 贷dai 费fei
赊she 赕dan 赚zhuan 赟yun 赡shan 赣gan 赦she 赫he 赵zhao 赶gan 趁chen 超chao 越yue 趋qu 趑zi 趟tang 趣qu
趯ti 趱zan 足zu 趵bao 趼jian 趿ta 跂qi/zhi 跃yue 跅tuo 跋ba 跌die 跐ci 跑pao 跖zhi 跛bo 跞li 跣xian 跤jiao
跨kua 跫qiong 跬kui 路lu 跳tiao 跼ju 踅xue 踉liang 踒wo 踔chuo 踖ji 踡quan 踢ti 踣bo 踦yi 踧cu 踩cai 踱duo
踶di 踹chuai 蹄ti 蹅cha 蹒pan 蹚tang 蹢di 蹲dun 蹴cu 蹶jue 蹻jue 躅zhu 躇chu 躔chan 躜zuan 身shen 轧ya,zha
轩xuan 转zhuan/zhuai 轴zhou 轶yi 轺yao 载zai 辁quan 辂lu 较jiao 辇nian 辒wen 辖xia 辟pi,bi 辨bian 辩bian
达da 迆yi 过guo 还hai,huan 这zhe,zhei 违wei 连lian 迟chi 迤yi 迦jia 迭die 迮ze 追zhui 适shi/kuo 逄pang
选xuan 透tou 逐zhu 递di 逗dou 逛guang 逞cheng 造zao 逡qun 逢feng 逮dai 逯lu 逾yu 遁dun 遇yu 遗yi/wei 遽ju
邋la 邑yi 邓deng 邝kuang 邢xing 那na,nei 邪xie 邮you 邲bi 邹zou 邺ye 郃he 郄qie 郅zhi 郚wu 郝hao 郢ying
郦li 部bu 郴chen 郸dan 鄗hao 鄚mao 鄜fu 鄫zeng 鄱po 鄹zou 酂cuo 酐gan 酖zhen/dan 酡tuo 酢cu/zuo 酦po/fa
酪lao/luo 酮tong 酾shai 醋cu 醎xian 醒xing 醛quan 醮jiao 释shi 重zhong,chong 野ye 鋆yun 鏖ao 鐀kui 鑫xin
钆ga 针zhen 钉ding 钐shan 钗chai 钚bu 钠na 钤qian 钦qin 钩gou 钫fang 钭tou 钮niu 钯ba 钱qian 钳qian 钴gu
钻zuan 钾jia 钿dian 铀you 铁tie 铄shuo 铆mao 铊ta 铋bi 铒er 铛dang/cheng 铣xi/xian 铩sha 铪ha 铫diao 铬ge
铻wu 锄chu 锇e 锈xiu 锌xin 锐rui 锓qin 锕a 锗zhe 锘nuo 错cuo 锜qi 锞ke 锟kun 锡xi 锤chui 锫pei 锬tan 锴kai
锶si 镂lou 镇zhen 镉ge 镎na 镐gao/hao 镑bang 镞zu 镠liu 镡chan 镦dui 镮huan 镯zhuo 镶xiang 閧hong 闯chuang
闲xian 闸zha 阂he 阆lang 阇du/she 阊chang 阋xi 阏e/yan 阕que 阘da 阙que 阚han 队dui 阮ruan 阴yin 阻zu
阽dian 陀tuo 陂bei,pi/po 附fu 陆lu/liu 陈chen 陉xing 限xian 陟zhi 除chu 陨yun 险xian 陬zou 陴pi 陶tao 隃shu
隋sui 隔ge 隗kui,wei 隘ai 隧sui 隩ao 隰xi 隶li 隹zhui 隺hu 隽juan/jun 难nan 雀que/qiao 雇gu 雉zhi 雏chu
雩yu 雱pang 雾wu 需xu 霅zha 震zhen 霍huo 霰xian 霸ba 霾mai 青qing 靡mi 靥ye 革ge 靬qian/jian 靸sa 靺mo
鞁bei 鞋xie 鞑da 鞒qiao 鞔man 鞘qiao 鞞bing 鞠ju 鞨he 鞫ju 鞴bei 韡wei 韦wei 韫yun 页ye 顷qing 顸han 顽wan
顿dun 颀qi 颁ban 颂song 颃hang 颇po 颉jie 颌he 颏ke 频pin 颗ke 题ti 颙yong 颜yan 颤chan,zhan 飑biao 飒sa
食shi/si 飧sun 餐can 饥ji 饧tang/xing 饨tun 饬chi 饰shi 饴yi 饸he 饹le 馄hun 馅xian 馇cha 馈kui 馔zhuan
馗kui 馘guo 馞bo 馥fu 馧yun 騃ai 驮tuo/duo 驵zang 驺zou 骀dai 骄jiao 骆luo 骉biao 骊li 骑qi 骙kui 骚sao
骜ao 骞qian 骣chan 骰tou 骱jie 骸hai 髁ke 髂qia 髻ji 鬲ge 鬶gui 鬷zong 鬻yu 魁kui 魄po 魋tui 鲁lu 鲅ba
鲉you 鲌ba 鲍bao 鲏pi 鲑gui 鲒jie 鲗zei 鲞xiang 鲫ji 鲭qing 鲸jing 鲹shen 鲽die 鳃sai 鳎ta 鳏guan 鳑pang
鳒jian 鳜gui 鳣zhan 鳷zhi 鴂jue 鶗ti 鸟niao/diao 鸠jiu 鸧cang 鸲qu 鸷zhi 鸼zhou 鹄gu,hu 鹌an 鹏peng 鹑chun
鹜wu 鹣jian 鹬yu 鹮huan 鹲meng 鹳guan 鹿lu 麇jun/qun 麕jun 黝you 黧li 黹zhi 黾min 鼎ding 齁hou 齐qi 龂yin
龃ju 龇zi 龈ken,yin 龉yu 龙long 龛kan 鿎ta 鿏mai
"""
