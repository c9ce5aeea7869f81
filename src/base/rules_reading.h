/* Reading files and their front matter. Columns: rules.h. */
#ifndef MKB_BASE_RULES_READING_H
#define MKB_BASE_RULES_READING_H

/* clang-format off */
#define READING_RULES(RULE) \
    /* --- reading --- */ \
    RULE(NO_SUCH_SOURCE, "no-such-source", ERROR, ENVIRONMENT, \
         "找不到“{0}”", "cannot find '{0}'", \
         "请检查文件夹名称是否写对", "check the spelling of the folder or file") \
    RULE(UNREADABLE, "unreadable", ERROR, ENVIRONMENT, \
         "无法读取“{0}”：{1}", "cannot read '{0}': {1}", "", "") \
    RULE(EMPTY_FOLDER, "empty-folder", ERROR, CONTENT, \
         "文件夹“{0}”里没有 .md 文件", "folder '{0}' holds no .md file", \
         "至少要有一个 bulletin.md，写标题、发文机关和成文日期", \
         "it needs at least a bulletin.md with title, issuer and date") \
    RULE(NO_BULLETIN_FILE, "no-bulletin-file", ERROR, CONTENT, \
         "文件夹“{0}”里没有 bulletin.md", "folder '{0}' has no bulletin.md", \
         "请新建 bulletin.md，写标题、发文机关、成文日期和开头的文字", \
         "add a bulletin.md with title, issuer, date and the opening text") \
    RULE(NO_INDEX_FILE, "no-index-file", ERROR, CONTENT, \
         "文件夹“{0}”里没有 index.md", "folder '{0}' has no index.md", \
         "index.md 的一级标题（# …）就是这一部分的标题", \
         "the # heading of index.md is the title of that part") \
    RULE(NOT_REGULAR_FILE, "not-regular-file", ERROR, CONTENT, \
         "“{0}”不是普通文件", "'{0}' is not a regular file", "", "") \
    RULE(LINK_OUTSIDE, "link-outside", ERROR, CONTENT, \
         "“{0}”指向文件夹以外，不予读取", "'{0}' leads out of the folder and is not read", \
         "请把文件放进文件夹里", "put the file itself into the folder") \
    RULE(NO_SUCH_FILE, "no-such-file", ERROR, CONTENT, \
         "找不到文件“{0}”", "there is no file '{0}'", \
         "路径从写有它的文件所在的文件夹算起，文件夹之间用 /", \
         "a path begins in the folder of the file that has it, with / between folders") \
    RULE(NO_SUCH_FILE_NEAR, "no-such-file", ERROR, CONTENT, \
         "找不到文件“{0}”", "there is no file '{0}'", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    RULE(LIMIT, "limit", ERROR, CONTENT, \
         "超出限度：{0}", "past a limit: {1}", "", "") \
    RULE(DRAFT, "draft", NOTE, CONTENT, \
         "草稿，未编入：“{0}”", "draft, left out: '{0}'", "", "") \
    RULE(NOT_UTF8, "not-utf-8", ERROR, CONTENT, \
         "这里的字节不是 UTF-8", "these bytes are not UTF-8", \
         "请用编辑器把文件另存为 UTF-8 编码", "save the file as UTF-8") \
    RULE(LOOKS_LIKE_GBK, "looks-like-gbk", ERROR, CONTENT, \
         "文件不是 UTF-8，看起来是 GBK 编码", "the file is not UTF-8; it looks like GBK", \
         "请用编辑器把文件另存为 UTF-8 编码", "save the file as UTF-8") \
    RULE(LOOKS_LIKE_UTF16, "looks-like-utf-16", ERROR, CONTENT, \
         "文件不是 UTF-8，看起来是 UTF-16 编码", "the file is not UTF-8; it looks like UTF-16", \
         "请用编辑器把文件另存为 UTF-8 编码", "save the file as UTF-8") \
    RULE(BAD_CHARACTER, "bad-character", ERROR, CONTENT, \
         "不允许的字符 {0}", "character {0} is not allowed", \
         "请删去这个字符", "delete the character") \
    RULE(ZERO_WIDTH, "zero-width", WARNING, CONTENT, \
         "看不见的零宽字符 {0}", "invisible zero-width character {0}", \
         "请删去这个字符", "delete the character") \
    RULE(INDENT_BY_SPACES, "indent-by-spaces", WARNING, CONTENT, \
         "用全角空格手工缩进", "indented by hand with full-width spaces", \
         "首行缩进由版式自动完成，请删去空格", "the layout indents by itself; delete the spaces") \
    /* --- front matter --- */ \
    RULE(YAML, "yaml", ERROR, CONTENT, \
         "YAML 格式有误：{0}", "YAML: {1}", "", "") \
    RULE(FRONT_MATTER_OPEN, "front-matter-open", ERROR, CONTENT, \
         "文件头没有结束的“---”行", "the front matter has no closing '---' line", \
         "在文件头后面加一行 ---", "end the front matter with a line ---") \
    RULE(UNKNOWN_KEY, "unknown-key", ERROR, CONTENT, \
         "不认识的项目“{0}”", "unknown key '{0}'", "", "") \
    RULE(UNKNOWN_KEY_ALLOWED, "unknown-key", ERROR, CONTENT, \
         "不认识的项目“{0}”", "unknown key '{0}'", \
         "这里可以写：{1}", "what can be given here: {2}") \
    RULE(UNKNOWN_KEY_NEAR, "unknown-key", ERROR, CONTENT, \
         "不认识的项目“{0}”", "unknown key '{0}'", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    RULE(DUPLICATE_KEY, "duplicate-key", ERROR, CONTENT, \
         "项目“{0}”写了两次", "key '{0}' stands twice", "", "") \
    RULE(WRONG_KIND, "wrong-kind", ERROR, CONTENT, \
         "“{0}”应当是{1}", "'{0}' should be {2}", "", "") \
    RULE(KEY_PLACE, "key-place", ERROR, CONTENT, \
         "“{0}”不能写在这里", "'{0}' cannot be given here", \
         "这里可以写：{1}", "what can be given here: {2}") \
    RULE(MISSING_KEY, "missing-key", ERROR, CONTENT, \
         "缺少“{1}”（{0}）", "'{0}' is missing", \
         "在文件开头两行 --- 之间加上“{1}: …”（冒号用半角，后面空一格）", \
         "add '{0}: …' between the two --- lines at the top") \
    RULE(BAD_DATE, "bad-date", ERROR, CONTENT, \
         "“{0}”不是有效的日期", "'{0}' is no date", \
         "日期写作 2023-09-15 这样的形式", "write dates as 2023-09-15") \
    RULE(BAD_VALUE, "bad-value", ERROR, CONTENT, \
         "“{0}”不能是“{1}”", "'{0}' cannot be '{1}'", \
         "可以写：{2}", "it may be: {2}") \
    RULE(DUPLICATE_VALUE, "duplicate-value", ERROR, CONTENT, \
         "“{0}”里“{1}”写了两次", "'{1}' stands twice in '{0}'", "", "") \
    RULE(BAD_COPY_NUMBER, "bad-copy-number", ERROR, CONTENT, \
         "份号“{0}”不是 1 到 6 位阿拉伯数字", "copy number '{0}' is not 1 to 6 digits", \
         "写数字即可，不足 6 位的在前面补 0：12 排成 000012（GB/T 9704-2012 7.2.1）", \
         "write the number alone: 12 is set as 000012 (GB/T 9704-2012 7.2.1)") \
    RULE(BAD_CLASSIFICATION, "bad-classification", ERROR, CONTENT, \
         "“{0}”不是密级", "'{0}' is no classification", \
         "写作绝密、机密或秘密，后面可以加★和保密期限，例如 机密★1年（GB/T 9704-2012 7.2.2）", \
         "write 绝密, 机密 or 秘密, and its term after ★, as in 机密★1年 (GB/T 9704-2012 7.2.2)") \
    RULE(BAD_CLASSIFICATION_NEAR, "bad-classification", ERROR, CONTENT, \
         "“{0}”不是密级", "'{0}' is no classification", \
         "应当写作“{1}”（GB/T 9704-2012 7.2.2）", "write '{1}' (GB/T 9704-2012 7.2.2)") \
    RULE(CLASSIFICATION_DIGITS, "bad-classification", ERROR, CONTENT, \
         "“{0}”的保密期限没有用阿拉伯数字", "the term of '{0}' is not in Arabic digits", \
         "例如 机密★1年（GB/T 9704-2012 7.2.2）", "as in 机密★1年 (GB/T 9704-2012 7.2.2)") \
    RULE(BAD_ID, "bad-id", ERROR, CONTENT, \
         "编号“{0}”中有不能用的字符", "id '{0}' has characters that an id cannot have", \
         "编号由字母、数字、汉字和 - _ . 组成", \
         "an id is made of letters, digits, Han characters and - _ .") \
    RULE(DUPLICATE_ID, "duplicate-id", ERROR, CONTENT, \
         "编号“{0}”已用于{1}", "id '{0}' is already used at {1}", "", "") \
    RULE(SEAL_COUNT, "seal-count", ERROR, CONTENT, \
         "{0} 个发文机关，{1} 个印章", "issuers: {0}, seals: {1}", \
         "每个发文机关一个印章，按发文机关的次序写（GB/T 9704-2012 7.3.5.1）", \
         "one seal for each issuer, in their order (GB/T 9704-2012 7.3.5.1)") \
    RULE(STAMP_COUNT, "stamp-count", ERROR, CONTENT, \
         "{0} 个“职务”，{1} 个签名章", "posts: {0}, signature stamps: {1}", \
         "每个签名章左边是签发人的职务（GB/T 9704-2012 7.3.5.3）", \
         "each stamp has the post of who signs at its left (GB/T 9704-2012 7.3.5.3)") \
    RULE(STAMP_WITHOUT_POST, "stamp-without-post", ERROR, CONTENT, \
         "有签名章，没有签发人的“职务”", "there is a signature stamp and no 'post'", \
         "写上签发人职务，例如“职务: 市长”（GB/T 9704-2012 7.3.5.3）", \
         "add the post of who signs: 'post: 市长' (GB/T 9704-2012 7.3.5.3)") \
    RULE(POST_WITHOUT_STAMP, "post-without-stamp", WARNING, CONTENT, \
         "有签发人的“职务”，没有签名章，不排", "a post without a signature stamp is not set", \
         "手工盖章的，写“签名章: 是”", "write 'stamp: true' where it is stamped by hand") \
    RULE(POST_COUNT, "post-count", ERROR, CONTENT, \
         "{0} 个发文机关，{1} 个签发人职务", "issuers: {0}, posts: {1}", \
         "每个发文机关一行，职务标注全称（GB/T 9704-2012 7.3.5.3）", \
         "one for each issuer, in full (GB/T 9704-2012 7.3.5.3)") \
    RULE(SEAL_AND_STAMP, "seal-and-stamp", ERROR, CONTENT, \
         "印章和签名章只能有一种", "there can be seals or signature stamps, not both", "", "")
/* clang-format on */

#endif
