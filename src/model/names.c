#include "model/names.h"

const Words status_words[] = {
    [STATUS_NONE] = {"", ""},
    [STATUS_PLANNED] = {"planned", "未启动"},
    [STATUS_ONGOING] = {"ongoing", "推进中"},
    [STATUS_DONE] = {"done", "已完成"},
    [STATUS_STANDING] = {"standing", "长期坚持"},
};

const Words kind_words[] = {
    [NODE_HEADING] = {"heading", "标题"},
    [NODE_FINDING] = {"finding", "问题"},
    [NODE_MEASURE] = {"measure", "措施"},
};

const Words annex_words[] = {
    [ANNEX_TEXT] = {"text", "文字"},
    [ANNEX_LEDGER] = {"ledger", "台账"},
};

const Words column_words[] = {
    [LEDGER_NUMBER] = {"number", "序号"},
    [LEDGER_FINDING] = {"finding", "问题"},
    [LEDGER_MEASURES] = {"measures", "措施"},
    [LEDGER_RESPONSIBLE] = {"responsible", "责任单位"},
    [LEDGER_DUE] = {"due", "时限"},
    [LEDGER_STATUS] = {"status", "状态"},
    [LEDGER_COMPLETED] = {"completed", "完成日期"},
};

const Words order_words[] = {
    [LEDGER_BY_DOCUMENT] = {"document", "原序"},
    [LEDGER_BY_DUE] = {"due", "时限"},
    [LEDGER_BY_STATUS] = {"status", "状态"},
    [LEDGER_BY_RESPONSIBLE] = {"responsible", "责任单位"},
};
