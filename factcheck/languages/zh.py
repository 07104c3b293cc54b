"""Chinese: the marks are its own; only the verbs that attribute a quotation and the brackets of titles are needed."""

WHOLE = "《》 〈〉"

SAYING = "说 說 道 问 問 表示 称 稱 喊 答 叫 写道 寫道 指出 强调 強調"

SOURCES = {
    "before": "据 根据 按照",
    "verbs": """
        表示 说 称 指出 认为 宣布 强调 透露 否认 警告 证实 承认 报道 消息 介绍 回应 呼吁 批评 指责 预计 估计
        坚称 声称 的说法 的报告 显示
    """,
    "pronouns": "他 她 他们 她们 它 我 我们",
    "nobody": "有人 大家 人们 许多人 没有人 其他人 一些人",
    "hedges": "可能 也许 似乎 据说 据称 疑似 涉嫌 或许 大概 消息人士 专家 观察人士",
    "unspaced": "yes",
}
