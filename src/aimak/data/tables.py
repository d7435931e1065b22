"""Tables as they were read: every cell a text that the schema allows."""

Row = dict[str, str]
#: file name -> rows
Tables = dict[str, list[Row]]
