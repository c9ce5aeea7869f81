#include "layout/unit.h"

#include <string.h>

static const gchar *const units[] = {
    /* time */
    "年",
    "年度",
    "年级",
    "月",
    "月份",
    "个月",
    "季度",
    "日",
    "天",
    "周",
    "周岁",
    "岁",
    "时",
    "小时",
    "时许",
    "分",
    "分钟",
    "秒",
    "世纪",
    "周年",
    /* money */
    "元",
    "角",
    "块",
    "美元",
    "欧元",
    /* things and people */
    "号",
    "个",
    "名",
    "人",
    "人次",
    "位",
    "户",
    "家",
    "件",
    "项",
    "次",
    "场",
    "篇",
    "份",
    "条",
    "款",
    "章",
    "节",
    "届",
    "期",
    "批",
    "届次",
    "轮",
    "级",
    "类",
    "种",
    "套",
    "台",
    "辆",
    "幢",
    "栋",
    "座",
    "处",
    "所",
    "间",
    "层",
    "楼",
    "张",
    "册",
    "本",
    "卷",
    "页",
    "部",
    "支",
    "组",
    "队",
    "班",
    "句",
    "字",
    "遍",
    "倍",
    "度",
    "成",
    "起",
    "例",
    "宗",
    "笔",
    "步",
    "片",
    "街坊",
    "路",
    "室",
    "单元",
    "车次",
    /* length and area */
    "米",
    "公里",
    "千米",
    "分米",
    "厘米",
    "毫米",
    "里",
    "亩",
    "公顷",
    "顷",
    "平方米",
    "平方公里",
    "平方千米",
    "立方米",
    "平米",
    /* other measures */
    "克",
    "公斤",
    "千克",
    "斤",
    "吨",
    "升",
    "毫升",
    "千瓦",
    "千瓦时",
    "兆瓦",
    "瓦",
    "伏",
    "安",
    "赫兹",
    "摄氏度",
    "个百分点",
    "百分点",
};

guint unit_length(const gchar *text)
{
    gsize longest = 0;

    for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
        gsize length = strlen(units[i]);
        if (length > longest && strncmp(text, units[i], length) == 0)
            longest = length;
    }
    return (guint) g_utf8_strlen(text, (gssize) longest);
}

static gboolean is_one_of(gunichar c, const gchar *characters)
{
    return c != 0 && g_utf8_strchr(characters, -1, c) != NULL;
}

gboolean is_multiplier(gunichar c)
{
    return is_one_of(c, "十百千万亿余多");
}

gboolean is_han_numeral(gunichar c)
{
    return is_one_of(c, "〇零一二三四五六七八九十百千万");
}
