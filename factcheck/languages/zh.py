"""Chinese: the marks are its own; only the verbs that attribute a quotation and the brackets of titles are needed."""

WHOLE = "《》 〈〉"

SAYING = "说 說 道 问 問 表示 称 稱 喊 答 叫 写道 寫道 指出 强调 強調"
