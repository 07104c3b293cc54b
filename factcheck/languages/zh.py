"""Chinese: the marks are its own and need no lists; only the verbs that follow a quoted question are given."""

#: After a closing quote and a short name, they go on with the sentence.
SAYING = "说 說 道 问 問 表示 称 稱 喊 答 写道 寫道 指出 强调 強調"
