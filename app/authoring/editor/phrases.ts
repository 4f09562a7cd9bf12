const chinese: Record<string, string> = {
  Find: '查找',
  Replace: '替换为',
  next: '下一个',
  previous: '上一个',
  all: '全部',
  'match case': '区分大小写',
  regexp: '正则表达式',
  'by word': '整词',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前结果',
  'replaced $ matches': '替换了$处',
  'replaced match on line $': '替换了第$行的一处',
  'on line': '在第几行',
  'Go to line': '到第几行',
  go: '前往',
  'Fold line': '折叠',
  'Unfold line': '展开',
  'folded code': '已折叠',
  unfold: '展开',
  'Control character': '控制字符',
  'Selection deleted': '已删除所选内容',
}

/** The editor's own words in the language of the page; English is what it says by itself. */
export function phrases(): Record<string, string> {
  return document.documentElement.lang === 'en' ? {} : chinese
}
