/* R03: names of those who hold no office. */
#include "check/modules.h"
#include "check/text_rules.h"

#define ROLE_WORDS \
    "居民|村民|群众|住户|业主|租户|患者|学生|家长|商户|低保户|低保人员|残疾人|信访人|" \
    "举报人|投诉人|反映人|被害人|贫困户|脱贫户|监测户|五保户|优抚对象|困难群众"
#define ROLES "(?:" ROLE_WORDS ")"

/* Common names that begin no common word. */
#define SURNAMES \
    "[王李刘陈杨赵吴徐孙朱胡郭罗郑梁谢宋唐韩冯邓曹彭肖董袁潘蒋蔡杜魏吕沈姚卢姜崔谭汪贾韦邹熊孟秦" \
    "阎" \
    "薛侯郝孔邵毛贺赖龚张黄苏]"

/* What follows a name and no common word that begins like one. */
#define AFTER \
    "(?=[，。、；：（）\\s]|$|的|等|家|反映|申请|办理|投诉|举报|信访|因|在|于|向|对|被|将|称|" \
    "重度|患|" \
    "同志|名下|作出|领取|一家|夫妇|一户|本人|家中|户|提出|表示|致电|来信)"

static const TextRule rows[] = {
    {RULE_PERSON_NAME, KINDS_PROSE, .has = ROLE_WORDS,
     .pattern = ROLES
     "(?:代表)?(?<at>" SURNAMES
     "(?![某先女氏姓同]|大[爷妈伯娘叔姐哥嫂]|小[姐妹]|老[师汉太人伯])(?!贴|事|挂|罗|河|望|持|"
     "绍|联|利|表|醒|醋|述)" HAN "(?!某)" HAN "?)"
     "(?<!某)" AFTER,
     .flags = TEXT_MASKED},
};

void check_person_names(CheckContext *context)
{
    check_text_rules(context, rows, G_N_ELEMENTS(rows));
}
