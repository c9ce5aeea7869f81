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
