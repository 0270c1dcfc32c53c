"""The phrases of page furniture in the languages of the news, one a line, as data for `cues`.

A blank stands for any blanks; the rest is regular expression. A phrase is the whole line, but for
closing punctuation; one that ends in ` ..` may go on, in ` :.` only after a colon or an arrow.
Only what many outlets print stands here.
"""

from __future__ import annotations

from typing import Final

COPYRIGHT: Final = r"""
riproduzione riservata ..
(?:©|\(c\)|copyright)(?: ©| \(c\))? ?(?:19|20)\d\d ..
© ..
copyright(?: notice| information| policy)?
.{0,120}[.|·–-] ?(?:©|copyright (?:©|\(c\)|(?:19|20)\d\d|[A-Z]{2,})) ?.{0,80}
.{0,120}, copyright \S{2,40}
.{0,160}\ball rights reserved\b.{0,160}
.{0,160}\balle rechte vorbehalten\b.{0,160}
.{0,160}\btous droits réservés\b.{0,160}
.{0,160}\btodos los derechos reservados\b.{0,160}
.{0,160}\btutti i diritti riservati\b.{0,160}
.{0,160}\btodos os direitos reservados\b.{0,160}
.{0,160}\balle rechten voorbehouden\b.{0,160}
.{0,160}\bвсе права защищены\b.{0,160}
.{0,160}جميع الحقوق محفوظة.{0,160}
.{0,80}(?:版权所有|版權所有|无断转载|無断転載|未经授权|禁止转载).{0,80}
"""

COPYRIGHT_SIGNS: Final = (
    "©", "(c)", "copyright", "reserv", "riserva", "réserv", "vorbehalten", "voorbehouden",
    "защищены", "محفوظة", "版权所有", "版權所有", "无断转载", "無断転載", "未经授权", "禁止转载",
)  # fmt: skip
"""Some of these is in every line that the phrases above fit; so for the two below."""

_TO_PLAY: Final = (
    "now|live|audio|video|again|radio|tv|later|the|to|this|on|article|story|podcast|episode|in|full"
)

PLAYER: Final = rf"""
\d{{1,2}}:\d\d(?::\d\d)?(?: ?[/|–-]? ?-?\d{{1,2}}:\d\d(?::\d\d)?){{0,4}}
(?:play|listen|watch|hear|stream)(?: (?:{_TO_PLAY})){{1,6}}(?: ?[•·:(-]? ?\d+:\d\d\)?)?
next up|up next|now playing|on air(?: now)?|live now|live updates?
(?:play|listen|watch)[ •·:(-]{{1,3}}\d+:\d\d\)?
listen ?[·•(-]? ?\d+ (?:min|minutes).{{0,12}}
\d+[ -]?min(?:utes?|uten|utos|uti|\.)?(?: read| listen| de lectur[ae]| lesezeit| di lettura)?
(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura)\W{{0,3}}.{{0,20}}
(?:audio|video) (?:player|unavailable|is loading|wird geladen) ..
(?:this (?:video|audio) (?:can ?not|is not|could not)|your browser does not|to play this) ..
(?:artikel|beitrag)(?: an)?hören
écouter (?:l['’]|cet )article ..
escuchar (?:el )?artículo
(?:download|embed|transcript|mute|unmute|fullscreen|pause|play|stop|volume)(?: audio| video| now)?
autoplay|loading|captions|subtitles|toggle more options|volume level|current time ..
(?:收听|播放|播放视频|再生|聞く|استمع|слушать) ?\S{{0,8}}
"""

_SHARED: Final = (
    "this|article|story|post|on|via|it|with|link|auf|bei|sur|en|su|no|op|cet|den|artikel|beitrag"
    "|artículo|articolo|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|e-?mail|pinterest"
    "|pocket|save|微信|微博|朋友圈"
)
_NETWORK: Final = (
    "(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|flipboard|instagram|youtube"
    "|tiktok|wechat|weibo|微博|微信|e-?mail|print|copy link|messenger|bluesky|threads|more|share)"
)
_SHARING: Final = (
    "(?:share|tweet|teilen|partager|compartir|condividi|compartilhar|delen|поделиться|مشاركة|شارك"
    "|分享|分享到|シェア|シェアする|ツイート)"
)
_FOLLOWING: Final = (
    "(?:follow|like|find|join|folgen sie|folge|suivez|síguenos|sigue|seguici|siga|关注|フォロー"
    "|تابعونا|подписывайтесь)"
)

SHARE: Final = rf"""
{_SHARING}(?:,? (?:{_SHARED})){{0,8}}
{_SHARING} ?[:：] ..
{_NETWORK}(?:[ ,|•·/]+{_NETWORK}){{0,12}}
(?:click|tap) (?:here )?to (?:share|print|e-?mail|copy) ..
{_FOLLOWING}(?: \S+){{0,6}}? (?:on|auf|sur|en|su|no|في|على) {_NETWORK}\b ..
(?:link )?copied(?: to clipboard)?
(?:print|save|bookmark)(?: (?:this|article|page|story)){0, 2}
drucken|merken|speichern|enregistrer|guardar|imprimer|imprimir|打印
"""

NAVIGATION: Final = r"""
(?:skip|jump) to (?:main |site )?(?:content|navigation|search|footer) ..
(?:zum (?:inhalt|hauptinhalt|menü)|aller au contenu|passer au contenu|saltar al contenido) ..
(?:ir al contenido|vai al contenuto|ir para o conteúdo|naar de inhoud|跳至内容|コンテンツへ) ..
menu|menü|menú|home|home ?page|search|log ?in|sign in|sign up|log ?out|register|my account
my profile|subscribe(?: now)?|donate|close|back to top|top|live|e-?paper|newsletters?|load more
show more|view all|see all|see more|more|next|previous|next article|previous article|next story
previous story|read full article|read the full story
about(?: us)?|contact(?: us)?|privacy(?: policy| notice)?|cookie policy
terms(?: (?:of|and|&) \w+)?|advertise(?: with us)?|careers|jobs|help|faq|rss(?: feed)?|sitemap
site map|accessibility|archives?|corrections|masthead|editions?|my list|saved|settings
notifications
suche|suchen|anmelden|abmelden|registrieren|startseite|nach oben|weiterlesen|impressum|datenschutz
datenschutzerklärung|kontakt|agb|über uns|abo|mein konto|mehr anzeigen|zur startseite
accueil|rechercher|recherche|connexion|se connecter|s['’]abonner|mon compte|mentions légales
contactez-nous|à propos|politique de confidentialité|haut de page|voir plus|retour
inicio|buscar|portada|iniciar sesión|regístrate|suscríbete|suscribirse|mi cuenta|aviso legal
contacto|quiénes somos|política de privacidad|ver más|volver arriba
cerca|accedi|abbonati|chi siamo|contatti|privacy|início|entrar|assine|buscar|sobre nós
fale conosco|zoeken|inloggen|over ons
главная|меню|поиск|войти|контакты|о нас|подписаться|الرئيسية|القائمة|بحث|اتصل بنا|من نحن
تسجيل الدخول
首页|首頁|菜单|搜索|搜尋|登录|登入|注册|关于我们|联系我们|返回顶部|返回首页
ホーム|メニュー|検索|ログイン|会員登録|お問い合わせ|利用規約|トップページ|一覧へ
(?:home|home ?page|startseite|accueil|inicio|início|首页|首頁|ホーム|الرئيسية) ?[»›>/|→＞] ?\S ..
(?:главная|portada|news|nachrichten|actualités|noticias) ?[»›>/|→＞] ?\S.{0,300}
(?:you are here|sie sind hier|vous êtes ici|estás aquí|您的位置|当前位置|您现在的位置) ?[:：] ..
(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|posted in|schlagw[oö]rte?r?) ?[:：] ..
(?:stichwörter|themen|mots[ -]clés|etiquetas|temas|argomenti|标签|标签|关键词) ?[:：] ..
(?:タグ|キーワード|كلمات مفتاحية|الوسوم|теги) ?[:：] ..
(?:choose|select|change) (?:your )?(?:edition|language|country|region|location) ..
\d{1,3}(?: \d{1,3}){2,10}(?: next| last| …)?
page \d+ of \d+|seite \d+ von \d+|\d+ / \d+
"""

SECTIONS: Final = r"""
news|world|world news|politics|business|economy|markets|money|finance|sports?|football|opinion
editorials?|comment|culture|arts|books|life|lifestyle|style|fashion|food|travel|tech|technology
science|health|climate|environment|education|entertainment|music|film|movies|tv|radio|video|videos
photos|pictures|podcasts?|weather|obituaries|local|national|international|us|u\.s\.|uk|europe|asia
africa|americas|middle east|china|russia|australia|crime|law|war|features?|analysis|explainers?
interviews?|magazine|games|crosswords?|puzzles|shop|events|programs|programmes|stations|schedule
shows|on air|available|breaking news|breaking|latest|exclusive|trending|popular
nachrichten|politik|wirtschaft|kultur|panorama|wissen|wissenschaft|gesundheit|reisen?|meinung
ausland|inland|regional|wetter|mediathek|netzwelt|feuilleton|gesellschaft|leben|auto|karriere
unterhaltung|schlagzeilen|ratgeber|digital
actualités?|politique|économie|monde|société|sports|sciences|santé|planète|opinions|débats|idées
voyage|météo|vidéos|régions|en direct|direct
noticias|política|economía|mundo|deportes|cultura|ciencia|salud|sociedad|tecnología|opinión
sucesos|internacional|nacional|vídeos|últimas noticias|última hora
cronaca|politica|esteri|economia|spettacoli|scienza|tecnologia|esportes|saúde|ciência|tecnologia
últimas
новости|политика|экономика|общество|мир|спорт|культура|наука|происшествия|видео|мнения
أخبار|الأخبار|سياسة|اقتصاد|رياضة|ثقافة|العالم|فيديو|صحة|تكنولوجيا|رأي|منوعات|علوم
新闻|要闻|国际|国内|财经|体育|娱乐|科技|军事|社会|评论|视频|图片|文化|健康|教育|旅游|汽车|房产|时政
政治|经济|ニュース|国際|経済|スポーツ|エンタメ|科学
地域|天気|動画|写真|特集|コラム|社説
"""

COMMENTS: Final = r"""
(?:leave|post) (?:a |your |the |all |more |\d+ )?(?:reply|comments?|discussion|conversation) ..
(?:write|add) (?:a |your |the |all |more |\d+ )?(?:reply|comments?|discussion|conversation) ..
(?:join|view) (?:a |your |the |all |more |\d+ )?(?:reply|comments?|discussion|conversation) ..
(?:show|see|read) (?:a |your |the |all |more |\d+ )?(?:reply|comments?|discussion|conversation) ..
(?:hide|load) (?:a |your |the |all |more |\d+ )?(?:reply|comments?|discussion|conversation) ..
(?:\d+ )?(?:comments?|replies|responses|kommentare?|commentaires?|comentarios?)(?: ?\(?\d+\)?)?
(?:\d+ )?(?:commenti|comentários?|reacties|комментари\w{1,3}|التعليقات|تعليقات|评论)(?: ?\(?\d+\)?)?
(?:\d+ )?(?:評論|コメント|网友评论|最新评论)(?: ?\(?\d+\)?)?
be the first to (?:comment|reply|share|like) ..
your e-?mail address will not be published ..
required fields are marked ..
(?:name|e-?mail|website|comment|kommentar|nom|nombre|courriel) ?\*?(?: \(required\))?
(?:correo(?: electrónico)?|nome|имя|姓名|邮箱|名前|الاسم) ?\*?(?: \(required\))?
save my name ..
(?:log ?in|sign in) to (?:comment|reply|post|leave|join|read|view|continue) ..
(?:you must be logged in|please log in) to (?:comment|reply|post|leave|join|read|view|continue) ..
(?:register) to (?:comment|reply|post|leave|join|read|view|continue) ..
(?:post|submit|send) (?:comment|reply)|cancel reply|reply|report(?: comment)?|sort by|newest
oldest|notify me of ..
(?:this site uses akismet|comments are (?:closed|moderated)|commenting is) ..
(?:schreiben sie|hinterlassen sie|schreib) (?:einen|ihren|den|ihre|deinen) .{0,20}kommentar ..
(?:hinterlasse) (?:einen|ihren|den|ihre|deinen) .{0,20}kommentar ..
kommentar (?:schreiben|hinterlassen|verfassen|abschicken|absenden)|diskutieren sie mit ..
(?:deine|ihre) e-?mail-adresse wird nicht veröffentlicht ..
erforderliche felder sind ..
(?:laisser|ajouter|écrire|poster|publier) (?:un|votre) commentaire ..
réagir|votre adresse (?:e-?mail|de messagerie) ne sera ..
les champs obligatoires ..
(?:deja|dejar|escribe|publicar|añade) (?:un |tu )?comentario ..
tu dirección de correo ..
los campos obligatorios ..
(?:lascia|scrivi) un commento ..
il tuo indirizzo e-?mail ..
(?:deixe|escreva) (?:um|seu) comentário ..
(?:发表|写|添加|查看)(?:评论|回复|留言) ..
コメントを(?:残す|書く|投稿|見る) ..
(?:اترك|أضف|اكتب) (?:تعليق|رد)\S* ..
(?:оставить|добавить|написать) комментарий ..
"""

_LETTER: Final = "(?:newsletters?|inbox|e-?mails?|alerts?|notifications|briefing|apps?|access)"

NEWSLETTER: Final = rf"""
(?:sign up|subscribe|register|support us) (?:to|for|now|today|here|and|with)\b ..
(?:become a (?:member|subscriber|supporter)|donate) (?:to|for|now|today|here|and|with)\b ..
(?:get|receive) (?:the|our|your|all|unlimited|a|daily|breaking|more)\b.{{0,80}}\b{_LETTER}\b ..
join (?:our|us|the|thousands|over)\b.{{0,80}}\b(?:newsletter|channel|community|inbox)\b ..
join (?:our|us|the|thousands|over)\b.{{0,80}}\b(?:mailing list|telegram|whatsapp)\b ..
(?:download|install|get) (?:our|the)\b.{{0,40}}\bapps?\b ..
(?:enter )?your e-?mail(?: address)?|e-?mail address
thank you for (?:subscribing|signing up|reading) ..
(?:our|this) (?:daily |weekly |free )?newsletter ..
(?:jetzt )?(?:abonnieren|bestellen|melden) sie ..
(?:newsletter|unseren newsletter) (?:abonnieren|bestellen) ..
(?:abonnez-vous|inscrivez-vous|recevez) ..
(?:suscríbete|suscríbase|apúntate|regístrate) (?:a|al|en|para|gratis|nuestr\w+|las|cada)\b ..
(?:recibe) (?:a|al|en|para|gratis|nuestr\w+|las|cada)\b ..
(?:iscriviti|abbonati|inscreva-se|assine) (?:a|al|alla|para|o|na|no)\b ..
подпи(?:шитесь|сывайтесь) на ..
اشترك (?:في|الآن) ..
(?:订阅|訂閱|关注我们|下载客户端|扫一扫|扫码|长按|打开app|メルマガ|無料登録) ?\S{{0,60}}
.{{0,80}}\b(?:subscribers? only|for subscribers|nur für abonnenten|réservé aux abonnés)\b.{{0,80}}
.{{0,80}}\b(?:solo para suscriptores)\b.{{0,80}}
(?:already a|not a) (?:subscriber|member) ..
"""

_PIECE: Final = (
    "(?:stories|articles|news|topics|content|links|posts|coverage|reading|story|article|video)"
)

RELATED: Final = rf"""
(?:also read|read also|read more|read next|read this|read|see also|more on|more from) ?[:：»›>|] ..
(?:more stories|more news|related) ?[:：»›>|] ..
related(?: {_PIECE})? :.
(?:recommended|recommended (?:for you|stories|reading)|further reading) ?[:：»›>|] ..
(?:in case you missed it|up next|what to read next) ?[:：»›>|] ..
(?:also read|read also|read more|read next|see also|more stories|more news|more from .{{2,40}})
(?:more in .{{2,40}})
(?:recommended(?: (?:for you|stories|reading))?|further reading|you may (?:also )?like)
(?:you might (?:also )?(?:like|be interested in)|don['’]t miss)
(?:editors?['’]?s?['’]? (?:picks?|choice)|most (?:read|popular|viewed|shared|watched))
(?:trending(?: now| stories)?|top stories|top news|latest(?: news| stories| headlines| updates)?)
(?:in pictures|must[ -]read|popular(?: stories| now| posts)?|what to read next)
(?:from around the web|around the web|in this story|on this topic)
more (?:on|about) (?:this|these) (?:story|topics?|stories)
(?:lesen sie (?:auch|mehr|dazu|hier)) :.
(?:mehr (?:zum thema|dazu|lesen|aus .{{2,30}}|artikel|nachrichten)) :.
(?:auch interessant|das könnte (?:sie|dich) auch interessieren) :.
(?:meistgelesen|meistgelesene artikel|zum thema) :.
(?:weitere (?:artikel|meldungen|themen)|verwandte (?:themen|artikel)) :.
(?:passend dazu) :.
(?:lire aussi|à lire(?: aussi| également| sur le sujet)?|voir aussi) :.
(?:sur le même (?:sujet|thème)|les plus lus|articles liés) :.
(?:pour aller plus loin|à ne pas manquer) :.
(?:leer (?:también|más)|lea (?:también|además|más)|lee también) :.
(?:te puede interesar|(?:lo )?más (?:leído|visto)s?) :.
(?:noticias relacionadas|ver también|artículos relacionados) :.
(?:más información|más noticias) :.
(?:leggi anche|potrebbe interessarti(?: anche)?|articoli correlati) :.
(?:i più letti|leia (?:também|mais)|veja (?:também|mais)|mais lidas) :.
(?:lees ook|meer over dit onderwerp|meest gelezen) :.
(?:читайте также|по теме|материалы по теме|популярное|ещё по теме) :.
(?:اقرأ (?:أيضا|أيضاً|ايضا|المزيد)|مواضيع ذات صلة|أخبار ذات صلة) :.
(?:الأكثر قراءة) :.
(?:相关(?:阅读|新闻|报道|链接|文章|推荐)|延伸(?:阅读|閱讀)|推荐阅读|热门(?:文章|新闻|推荐)) :.
(?:更多(?:新闻|阅读|精彩)|猜你喜欢|今日热点) :.
(?:関連(?:記事|ニュース|リンク)|あわせて読みたい|おすすめ(?:記事)?|人気記事) :.
(?:アクセスランキング|新着記事) :.
more ?[:：»›>|] ..
(?:click|tap) here (?:to|for) ..
"""

ADVERT: Final = r"""
[\[(–—-]?\s*(?:advertisements?|advertising|ads?|ad feedback|ads? by \S+)\s*[\])–—-]?
[\[(–—-]?\s*(?:sponsored(?: content| by .{2,30}| links?| post)?)\s*[\])–—-]?
[\[(–—-]?\s*(?:paid (?:content|post|promotion)|promoted(?: content)?)\s*[\])–—-]?
[\[(–—-]?\s*(?:skip ad(?:vertisement)?|remove ads?|why this ad)\s*[\])–—-]?
[\[(–—-]?\s*(?:article|story|report|content|this story) continues (?:below|after) ..
[\[(–—-]?\s*(?:scroll (?:down )?to continue|continue reading(?: below)?|advertisement - ) ..
[\[(–—-]?\s*(?:anzeige|werbung|publicité|annonce|la suite après cette publicité)\s*[\])–—-]?
[\[(–—-]?\s*(?:publicidad|anuncio|pubblicità|publicidade|advertentie|реклама|إعلان)\s*[\])–—-]?
[\[(–—-]?\s*(?:اعلان|إعلانات|广告|廣告|広告|PR|スポンサーリンク)\s*[\])–—-]?
"""

ADBLOCK_SIGNS: Final = (
    "block", "bloque", "javascript", "блокировщик", "广告", "広告", "الإعلانات",
)  # fmt: skip
ADBLOCK: Final = r"""
.{0,160}\bad[ -]?block(?:er|ers|ing)?\b.{0,160}
.{0,160}\b(?:werbeblocker|bloqueur\w* de pub\w*)\b.{0,160}
.{0,160}\b(?:bloqueador\w* de (?:anuncios|publicidad)|блокировщик\w* рекламы)\b.{0,160}
.{0,160}\b(?:disable|turn off|whitelist|enable) .{0,40}\b(?:blocker|javascript)\b.{0,160}
.{0,80}(?:广告拦截|广告屏蔽|広告ブロック|مانع الإعلانات).{0,80}
"""

COOKIES_SIGNS: Final = ("cookie", "continuing", "using", "clicking")
COOKIES: Final = r"""
(?:this|our) (?:web)?sites? uses? cookies ..
(?:we|wir|nous) (?:and our partners )?(?:use|verwenden|nutzen|utilisons)(?: des)? cookies ..
.{0,160}\b(?:accept|reject|manage|allow)(?: all)?(?: the)? cookies\b.{0,80}
.{0,160}\b(?:cookies (?:akzeptieren|ablehnen|zulassen)|accepter(?: les)? cookies)\b.{0,80}
.{0,160}\b(?:aceptar(?: las)? cookies|accetta(?: i)? cookie)\b.{0,80}
cookies?(?: settings| preferences| policy| consent| einstellungen)?
(?:by (?:continuing|using|clicking)).{0,40}\b(?:site|website|cookies|agree)\b ..
"""

_MADE: Final = (
    "(?:originally |first |also )?(?:published|appeared|produced|republished|syndicated|generated"
    "|auto|part of|updated|corrected|amended|translated)"
)

SOURCE: Final = rf"""
(?:music|produced|hosted|presented|sound design|research) by\b ..
if you (?:enjoyed|liked|have a (?:story|tip)|know more)\b ..
(?:reach|contact|e-?mail|write to|follow) .{{2,60}} (?:at|on) .{{0,20}}@\w.{{0,80}}
\((?:dpa|afp|ap|reuters|ansa|efe|apa|sda|kna|epd|tass|xinhua|lusa|pti|ians|ani)\)
(?:sources?|quellen?|fuentes?|font[ei]|bron|источник|المصدر) ?[:：] ?\S.{{0,80}}
(?:来源|來源|出典|via|redaktion|mit material von|con información de) ?[:：] ?\S.{{0,80}}
(?:source link|original (?:source|article)|view original|link to original|quelllink|lien source)
(?:原文链接|阅读原文|元記事)
this (?:article|story|report|post|piece|transcript) (?:was|is|has been) {_MADE} ..
this (?:article|story|report|post|piece) (?:first|originally) {_MADE} ..
\(? ?with (?:inputs?|additional reporting|agency inputs?|reporting|files) (?:from|by)\b ..
\(?(?:additional )?(?:reporting|writing|editing|edited)(?: and (?:writing|editing))? by\b ..
\(?(?:additional )?(?:compiled|translated)(?: and (?:writing|editing))? by\b ..
(?:the post .{{1,200}} )?(?:first )?appeared (?:first )?on .{{1,60}}
(?:transcript provided by|transcripts? (?:are|is) created|npr transcripts are) ..
[(（]?(?:责任编辑|责编|编辑|編輯|校对|审核|文责)(?: ?[:：/／] ?|\s).{{0,30}}[)）]?
(?:dpa|afp|ap|reuters|ansa|efe|apa|sda|kna|epd|tass)(?:(?: ?[/,·-] ?| and | und )\w{{2,9}}){{0,4}}
(?:xinhua|新华社|共同)(?:(?: ?[/,·-] ?| and | und )\w{{2,9}}){{0,4}}
(?:corrections?|clarification|editor['’]s note) ?[:：] ..
"""

ADDRESS: Final = r"""
https?\s*:\s*/\s*/\s*\S.{0,400}
www\s*\.\s*\S.{0,200}
\S{1,60}@\S{1,60}\.\w{2,10}
@\w{2,30}
"""

_PICTURE: Final = (
    r"(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|fotos?|bild(?:er)?|grafik"
    r"|fotografías?|imágen(?:es)?|imagen|immagini?|crédits?(?: photos?)?|photographies?|图片|圖片"
    r"|图源|图|写真|画像|صورة|الصورة|фото)"
)
_BY: Final = "credits?|sources?|courtesy(?: of)?|copyright|by|von|par|por|quelle|nachweis|来源|提供"
_NAMES: Final = (
    r"(?-i:(?:(?:[A-ZÀ-ÞА-Я0-9@][\w.'’-]*|and|und|et|y|via|of|de|von|van)"
    r"(?:[ ,/&|–-]{1,3}|$|(?=\)))){1,7})"
)

CREDIT: Final = rf"""
\(?{_PICTURE} ?(?:{_BY})(?: ?[:：/©])? ?\S.{{0,60}}
\(?{_PICTURE} ?[:：/©]{{1,2}} ?{_NAMES}\)?
(?:图片|圖片|图源|图|写真|画像) ?[:：] ?\S{{1,6}}
(?:{_PICTURE} )?(?:credits?|courtesy(?: of)?|image source) ?[:：]? ?\S.{{0,60}}
(?:getty images?|afp|reuters|ap photo|shutterstock)(?: ?[/,|-] ?[\w. -]{{2,40}}){{0,3}}
(?:picture[ -]alliance|epa(?:-efe)?|imago|xinhua|alamy|新华社|共同)(?: ?[/,|-] ?[\w. -]{{2,40}})?
(?:[A-Z][\w.'’-]+ ){{1,3}}?[/|] ?(?:getty images?|afp|reuters|ap|epa)(?: via [\w ]{{2,30}})?
(?:[A-Z][\w.'’-]+ ){{1,3}}?[/|] ?(?:shutterstock|dpa|anadolu|bloomberg)(?: via [\w ]{{2,30}})?
"""
