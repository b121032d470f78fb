/**
 * Words that no sentence of ours uses (and, but for `titles: false`, no name of
 * a test: those speak of the code, which may say things to nobody), and the field's own word in their place.
 * People read these sentences at three in the morning, in a second language:
 * one concept has one term, the one that kubernetes.io, etcd.io and HAProxy's
 * manual use for it.
 */
export const dialect = [
  { not: /\blook(s|ed|ing)?\b(?! like)/i, word: 'collection, probe, or check' },
  { not: /\brounds?\b/i, word: 'collection' },
  { not: /\bjudg(e|es|ed|ing|e?ment|e?ments)\b/i, word: 'assess, assessment' },
  { not: /\binconclusive\b/i, word: 'unknown, because …' },
  { not: /\b(tells?|told|telling|untold)\b/i, word: 'reports; unknown' },
  {
    not: /\bunsaid\b|\b(it|that|which|what|who|nothing|they|and|each|server|member|kubelet|node|etcd|source|cluster) (says?|said)\b/i,
    word: 'reports',
    titles: false,
  },
  { not: /\b(no|the|by) word (of|from)\b/i, word: 'reports' },
  { not: /\bword of (a|the) live\b/i, word: 'reports' },
  { not: /\b(not|never|no longer) heard\b/i, word: 'no response' },
  { not: /\b(bears?|bearing|borne)\b/i, word: 'tolerates' },
  { not: /\bsurviv(e|es|ed|ing)\b/i, word: 'tolerates; keeps' },
  { not: /\bmend(s|ed|ing)?\b/i, word: 'fix' },
  { not: /\bunblock(s|ed|ing)?\b/i, word: 'fix' },
  { not: /\bnothing to see of\b/i, word: 'not part of this cluster' },
  { not: /\bfault of its own\b/i, word: 'check X crashed' },
  { not: /\bswift(ly)?\b|\bLeaders stay\b/i, word: "the field's term" },
  {
    not: /\bnobody\b/i,
    word: 'the thing that is missing: no holder, no leader',
    titles: false,
  },
  { not: /\bturned away\b/i, word: 'rejected' },
  { not: /\bbroken off\b/i, word: 'terminated' },
  { not: /\b(fresh|last|newest) readings?\b/i, word: 'collection' },
  { not: /\bgiven up\b|\bgiv(e|es|ing) up\b/i, word: 'aborted, timed out' },
  { not: /\bobedient|\bwhose turn\b/i, word: "the field's term" },
  { not: /评判|无从得知|无法得知|读数|询问/, word: '评估；未知；采集；探测' },
  { not: /高级/, word: '高（严重程度）' },
  {
    not: /API Server(?!s)|API server(?=[\u4e00-\u9fff，。；：]|$)/,
    word: 'API 服务器',
    only: 'zh',
  },
  { not: /控制面(?!板)/, word: '控制平面' },
];
