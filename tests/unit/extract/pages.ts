/**
 * Pages in the shapes of Vietnamese papers' publishing systems; the words are ours. `P` are the body's paragraphs.
 */
export const P: readonly string[] = [
  'Sáng 12/3, hơn hai trăm người dân xã Bản Mây đã đến nhà văn hóa để góp ý cho bản quy hoạch mới của thung lũng, nơi con suối từng tràn bờ ba lần trong năm ngoái.',
  'Theo ban quản lý, bản quy hoạch chia thung lũng thành bốn vùng, trong đó vùng ven suối chỉ trồng cây ngắn ngày và không xây nhà ở, còn vùng cao được mở thêm đường và trạm nước sạch.',
  '"Chúng tôi muốn giữ lại những thửa ruộng bậc thang của ông bà, nhưng cũng muốn lũ trẻ đi học không phải lội suối", ông Giàng A Páo, trưởng thôn Nậm Chảy, nói.',
  'Cuộc họp kéo dài đến trưa, với 47 ý kiến được ghi vào biên bản. Ban quản lý hứa trả lời từng ý kiến trên bảng tin của xã trước ngày 30 tháng này.',
  'Dự kiến việc kè suối bắt đầu vào mùa khô, khi nước xuống thấp nhất, và hoàn thành trước mùa mưa năm sau.',
];
export const TITLE = 'Người dân Bản Mây góp ý quy hoạch thung lũng sau ba mùa lũ';
export const LEDE = 'Bản quy hoạch mới của thung lũng Bản Mây nhận 47 ý kiến của người dân, nhiều nhất là về đường đi học và những thửa ruộng ven suối.';
export const CAPTION = 'Quang cảnh buổi góp ý tại nhà văn hóa xã. Ảnh: Hải Vân';
const RELATED = ['Suối Nậm Chảy lại tràn bờ sau trận mưa đêm qua', 'Học sinh vùng cao đến trường bằng cầu treo mới', 'Ruộng bậc thang vào mùa nước đổ đón khách'];
export const CHROME: readonly string[] = [...RELATED, 'Tin liên quan', 'Gửi bình luận', 'Chia sẻ', 'Đăng nhập', 'Xem thêm'];

export interface Shape {
  readonly name: string;
  readonly url: string;
  readonly html: string;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  /** Addresses of the pictures that must be kept. */
  readonly images: readonly string[];
}

const links = (tag: string): string => RELATED.map((title, i) => `<${tag}><a href="/tin-${i}.html" title="${title}"><img src="/thumb${i}.jpg" width="120">${title}</a></${tag}>`).join('');
const paragraphs = (from: number, to: number): string => P.slice(from, to).map((text) => `<p>${text}</p>`).join('\n');
const head = (extra: string): string =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${TITLE} - Báo Thử</title><meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="Báo Thử"><meta name="description" content="${LEDE}">${extra}</head>`;
const chrome =
  `<header><nav class="menu"><ul>${['Thời sự', 'Kinh tế', 'Văn hóa', 'Thể thao'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul></nav><div class="clock">Thứ tư, 25/11/2026 10:00</div><a href="/login">Đăng nhập</a></header>`;
const footer = `<footer><p>Cơ quan chủ quản: Báo Thử. Giấy phép số 1/GP. Mọi trích dẫn phải ghi rõ nguồn của Báo Thử trên mạng.</p></footer>`;
const page = (extra: string, body: string): string => `${head(extra)}<body>${chrome}${body}${footer}</body></html>`;
const published = '<meta property="article:published_time" content="2026-03-12T14:05:00+07:00">';
const PUBLISHED = '2026-03-12T07:05:00.000Z';

export const SHAPES: readonly Shape[] = [
  {
    name: 'a portal whose pictures are tables of two rows', url: 'https://one.example.vn/bai-post1.html', byline: 'Lò Văn Tình', publishedAt: PUBLISHED, images: ['https://img.example.vn/a_1200.jpg'],
    html: page(published,
      `<div class="article"><div class="article__header"><h1 class="article__title cms-title">${TITLE}</h1><div class="article__meta"><time class="time" datetime="2026-03-12T14:05:00+0700">12/03/2026 14:05 GMT+7</time></div><div class="article__social"><a>Chia sẻ</a></div></div>
      <div class="article__sapo cms-desc">${LEDE}</div><div class="article__body zce-content-body cms-body" itemprop="articleBody">${paragraphs(0, 2)}
      <table class="picture" align="center"><tbody><tr><td class="pic"><img class="lazyload cms-photo" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP===" data-src="https://img.example.vn/a_1200.jpg" alt="x"></td></tr><tr><td class="caption"><p>${CAPTION}</p></td></tr></tbody></table>
      <div class="cms-relate"><h3>Tin liên quan</h3><ul>${links('li')}</ul></div>${paragraphs(2, 5)}</div><p class="article__author cms-author">Lò Văn Tình</p><div class="article__tag"><a href="/t">quy hoạch</a></div><div class="comment-box"><h3>Gửi bình luận</h3></div></div>`),
  },
  {
    name: 'sortable figures with data-original', url: 'https://two.example.vn/bai-1.htm', byline: 'Nguyễn Thị Hạnh', publishedAt: PUBLISHED, images: ['https://two.mediacdn.example/2026/3/12/anh-1.jpg', 'https://two.mediacdn.example/video.jpg'],
    html: page(published,
      `<div class="detail__main"><h1 class="detail-title"><span data-role="title">${TITLE}</span></h1><div class="detail-info"><div class="detail-author"><a class="name" href="/t">Nguyễn Thị Hạnh</a></div><div data-role="publishdate">12/03/2026 14:05 GMT+7</div></div><h2 class="detail-sapo" data-role="sapo">${LEDE}</h2>
      <div class="detail-cmain"><div class="detail-content afcbc-body" data-role="content" itemprop="articleBody">${paragraphs(0, 1)}
      <figure class="VCSortableInPreviewMode" type="Photo"><div><a href="https://two.mediacdn.example/2026/3/12/anh-1.jpg" class="detail-img-lightbox"><img src="https://two.mediacdn.example/thumb_w/640/2026/3/12/anh-1.jpg" data-original="https://two.mediacdn.example/2026/3/12/anh-1.jpg" alt="${TITLE} - Ảnh 1."></a></div><figcaption class="PhotoCMS_Caption"><p data-placeholder="Nhập chú thích ảnh">${CAPTION}</p></figcaption></figure>
      ${paragraphs(1, 3)}<div class="VCSortableInPreviewMode" type="RelatedNewsBox" data-style="align-left"><div class="kbwscwl-relatedbox type-1"><ul>${links('li')}</ul></div></div>
      <div class="VCSortableInPreviewMode" type="VideoStream" data-vid="two.mediacdn.example/v/1.mp4" data-thumb="https://two.mediacdn.example/video.jpg" data-src="https://player.example.vn/embed/1"><div class="VideoCMS_Caption"><p>Nước suối sau trận mưa. Video: Hải Vân</p></div></div>${paragraphs(3, 5)}</div></div>
      <div class="detail-tab"><a>Tặng sao</a><a>Chia sẻ</a></div><div class="box-comment"><h3>Gửi bình luận</h3></div><div class="box-category"><h3>Tin liên quan</h3>${links('div')}</div></div>`),
  },
  {
    name: 'a summary paragraph and lazy tables', url: 'https://three.example/bai-post2.html', byline: 'Mai Chi', publishedAt: PUBLISHED, images: ['https://photo.example/big.jpg'],
    html: page('<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"' + TITLE + '","datePublished":"2026-03-12T14:05:00+07:00","author":{"@type":"Person","name":"Mai Chi"}}</script>',
      `<article class="the-article"><header class="the-article-header"><p class="the-article-category"><a href="/c">Xã hội</a></p><h1 class="the-article-title">${TITLE}</h1><ul class="the-article-meta"><li class="the-article-author"><a>Mai Chi</a></li><li class="the-article-publish">Thứ năm, 12/3/2026 14:05 (GMT+7)</li></ul></header>
      <p class="the-article-summary">${LEDE}</p><div class="the-article-body">${paragraphs(0, 3)}<table class="picture"><tbody><tr><td class="pic"><img data-src="https://photo.example/big.jpg" src="https://static.example/grey.png" title="x"></td></tr><tr><td class="pCaption caption">${CAPTION}</td></tr></tbody></table>
      <div class="inner-article"><a href="/tin-1.html"><p class="title">${RELATED[0]}</p><p class="summary">Một đoạn giới thiệu ngắn của bài khác.</p></a></div>${paragraphs(3, 5)}</div><p class="the-article-tags"><a>Bản Mây</a></p><section class="article-news"><h3>Xem thêm</h3>${links('article')}</section></article>`),
  },
  {
    name: 'captions in paragraphs of their own', url: 'https://four.example.com.vn/bai-c1.html', byline: null, publishedAt: PUBLISHED, images: ['https://cdn.example.com.vn/upload/1.jpg'],
    html: page(published,
      `<main><article class="cate-24h-foot-arti-deta"><h1 id="article_title">${TITLE}</h1><div class="cate-24h-foot-arti-deta-cre-post">Thứ Năm, ngày 12/03/2026 14:05 PM (GMT+7)</div><h2 id="article_sapo" class="ctTp tuht_show">${LEDE}</h2><div class="text-conent"><div class="cate-24h-foot-arti-deta-info" id="article_body">${paragraphs(0, 2)}
      <p align="center"><img class="news-image loading" src="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=" data-original="https://cdn.example.com.vn/upload/1.jpg" width="660"></p><p class="img_chu_thich_0407" style="text-align:center">${CAPTION}</p>${paragraphs(2, 5)}
      <div class="bv-lq"><b>Tin liên quan</b><div>${links('span')}</div></div></div></div><div class="nguontin">Nguồn: Báo Thử</div></article></main>`),
  },
  {
    name: 'nothing but divs and line breaks', url: 'https://xa.example.gov.vn/tin.aspx?id=7', byline: null, publishedAt: PUBLISHED, images: ['https://xa.example.gov.vn/Upload/anh.jpg'],
    html: `<html><head><title>${TITLE}</title></head><body><table width="1000"><tr><td colspan="2"><img src="/banner.gif" width="1000" height="120"></td></tr><tr><td width="200"><div>Liên kết website</div>${links('div')}</td><td>
      <div><span style="font-size:18px"><b>${TITLE}</b></span></div><div>Ngày đăng: 12/03/2026 14:05</div><div><b>${LEDE}</b></div><div align="center"><img src="/Upload/anh.jpg" width="500"><br><i>${CAPTION}</i></div><div>${P.map((text) => `${text}<br><br>`).join('')}</div>
      <div>Tin liên quan</div><ul>${links('li')}</ul></td></tr></table></body></html>`,
  },
  {
    name: 'a blog system with captions in boxes', url: 'https://blog.example.vn/2026/03/ban-may/', byline: 'Hoàng Yến', publishedAt: PUBLISHED, images: ['https://blog.example.vn/wp-content/uploads/anh-1024x683.jpg'],
    html: page(published + '<meta name="author" content="Hoàng Yến">',
      `<div class="site-content has-sidebar"><article class="post-12 post type-post tag-suoi category-tin hentry"><header class="entry-header"><h1 class="entry-title">${TITLE}</h1><span class="posted-on"><time class="entry-date published" datetime="2026-03-12T14:05:00+07:00">12 Tháng Ba, 2026</time></span></header><div class="entry-content"><p><strong>${LEDE}</strong></p>${paragraphs(0, 2)}
      <div id="attachment_1" style="width: 1034px" class="wp-caption aligncenter"><img class="size-large lazyload" src="data:image/gif;base64,R0lGODlhAQAB" data-lazy-src="https://blog.example.vn/wp-content/uploads/anh-300x200.jpg" data-lazy-srcset="https://blog.example.vn/wp-content/uploads/anh-300x200.jpg 300w, https://blog.example.vn/wp-content/uploads/anh-1024x683.jpg 1024w"><noscript><img src="https://blog.example.vn/wp-content/uploads/anh-1024x683.jpg"></noscript><p class="wp-caption-text">${CAPTION}</p></div>
      ${paragraphs(2, 5)}<div class="sharedaddy"><h3>Chia sẻ</h3><ul><li><a>Facebook</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Tin liên quan</h3>${links('div')}</div></div></article><aside class="sidebar"><h2>Xem thêm</h2>${links('div')}</aside><div id="comments" class="comments-area"><h2>Gửi bình luận</h2><p>${P[1]}</p></div></div>`),
  },
  {
    name: 'a leading figure outside of the body', url: 'https://six.example.vn/bai-6.html', byline: 'Tráng Xuân Cường', publishedAt: PUBLISHED, images: ['https://six.example.vn/avatar-1200.jpg'],
    html: page(published,
      `<section class="detail-page"><h1 class="detail__title">${TITLE}</h1><p class="detail__author"><span class="author-name">Tráng Xuân Cường</span> <span class="detail__date">14:05 12/03/2026</span></p><div class="detail__summary">${LEDE}</div>
      <figure class="detail__avatar"><picture><source type="image/webp" srcset="https://six.example.vn/avatar-600.webp 600w, https://six.example.vn/avatar-1200.jpg 1200w"><img src="https://six.example.vn/avatar-600.jpg" loading="lazy"></picture><figcaption>${CAPTION}</figcaption></figure>
      <div class="detail__content">${paragraphs(0, 5)}<p>&gt;&gt; Xem thêm: <a href="/tin-2.html">${RELATED[1]}</a></p></div><div class="detail__tags tags"><a>suối</a></div><div class="most-read"><h3>Xem thêm</h3>${links('div')}</div></section>`),
  },
  {
    name: 'generated class names, captions in parts and a call to follow', url: 'https://seven.example.com/vietnamese/articles/abc1', byline: 'Phan Thu', publishedAt: PUBLISHED, images: ['https://ichef.example.com/ace/1024/a.jpg'],
    html: page('<script type="application/ld+json">{"@context":"http://schema.org","@graph":[{"@type":"Article","headline":"' + TITLE + '","datePublished":"2026-03-12T07:05:00.000Z","author":{"@type":"Person","name":"Phan Thu"}}]}</script>',
      `<main role="main" class="bbc-1fxtbkn"><div class="bbc-1151pbn"><h1 class="bbc-14gqcmb" id="content" tabindex="-1">${TITLE}</h1></div><div class="bbc-1ka88fa"><figure class="bbc-1qdcvv9"><div class="bbc-189y18v"><div data-e2e="image-placeholder" class="bbc-10rvbm0"><picture><source type="image/webp" srcset="https://ichef.example.com/ace/240/a.jpg.webp 240w"><img alt="x" src="https://ichef.example.com/ace/640/a.jpg" srcset="https://ichef.example.com/ace/240/a.jpg 240w, https://ichef.example.com/ace/1024/a.jpg 1024w" width="1024" height="576"></picture></div><p role="paragraph" class="bbc-1x1leqb"><span role="text"><span class="visually-hidden-text">Nguồn hình ảnh, </span>Ảnh: Hải Vân</span></p></div><figcaption class="bbc-8y1tzl"><p class="bbc-1q0g5jo"><span class="visually-hidden">Chụp lại hình ảnh, </span>Quang cảnh buổi góp ý tại nhà văn hóa xã.</p></figcaption></figure></div>
      <div dir="ltr" class="bbc-19j92fr"><p class="bbc-a1"><b>${LEDE}</b></p></div>${P.slice(0, 3).map((text) => `<div dir="ltr" class="bbc-19j92fr"><p class="bbc-a1">${text}</p></div>`).join('')}<section role="region" aria-labelledby="recommendations-heading" class="bbc-r"><a href="#end" class="focus">Bỏ qua Tin liên quan và tiếp tục đọc</a><div><strong id="recommendations-heading">Tin liên quan</strong></div><ul role="list">${links('li')}</ul><p id="end">End of Tin liên quan</p></section>${P.slice(3).map((text) => `<div dir="ltr" class="bbc-19j92fr"><p class="bbc-a1">${text}</p></div>`).join('')}<p class="bbc-a1">Mời quý vị theo dõi Báo Thử trên YouTube và Facebook.</p></main><section><h2>Xem thêm</h2><ul>${links('li')}</ul></section>`),
  },
  {
    name: 'headlines of other articles as paragraphs', url: 'https://eight.example.vn/xa-hoi/bai-1467.ldo', byline: 'Vừ A Dính', publishedAt: PUBLISHED, images: ['https://media.example.vn/storage/a.jpg?w=800&h=496'],
    html: page('',
      `<article class="art-detail"><div class="breadcrumb"><a href="/xh">Xã hội</a></div><h1 class="title">${TITLE}</h1><span class="author">Vừ A Dính</span> <span class="sep">|</span> <span class="time"> 12/03/2026 14:05 (GMT+7)</span><div class="chappeau">${LEDE}</div><div class="art-body">${paragraphs(0, 2)}<figure class="insert-center-image"><img src="https://media.example.vn/storage/a.jpg?w=800&amp;h=496" alt="x"><figcaption class="image-caption">${CAPTION}</figcaption></figure>
      <p><a href="https://eight.example.vn/xa-hoi/suoi-1.ldo">${RELATED[0]}</a></p><p><strong><a href="/xa-hoi/hoc-sinh-2.ldo">${RELATED[1]}</a></strong></p>${paragraphs(2, 5)}<p>Tags: <a href="/t1">suối</a>, <a href="/t2">kè</a></p></div><div class="box-tinlienquan"><div class="title">Tin liên quan</div>${links('div')}</div></article>`),
  },
];
