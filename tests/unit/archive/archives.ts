/** Lines as a file has them. */
export function bytesOf(lines: readonly string[], end = '\r\n'): Uint8Array {
  return Buffer.from(lines.join(end), 'utf8');
}

/** An archive of parts, each given by its lines. */
export function archiveOf(...parts: readonly (readonly string[])[]): Uint8Array {
  return bytesOf(['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="b"', '', ...parts.flatMap((part) => ['--b', ...part]), '--b--', '']);
}

/** In the shape of what Chromium writes: the subject as an encoded word, the page in quoted-printable, a style sheet, pictures by address and by id. */
export const CHROME_PAGE: readonly string[] = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://bao.example/rung-dau-nguon.html',
  'Subject: =?utf-8?Q?R=E1=BB=ABng_=C4=91=E1=BA=A7u?= =?utf-8?Q?_ngu=E1=BB=93n_xanh_tr=E1=BB=9F_l=E1=BA=A1i?=',
  'Date: Thu, 12 Mar 2026 02:00:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----MultipartBoundary--aB3x----"',
  '',
  '',
  '------MultipartBoundary--aB3x----',
  'Content-Type: text/html',
  'Content-ID: <frame-1@mhtml.blink>',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://bao.example/rung-dau-nguon.html',
  '',
  '<!DOCTYPE html><html lang=3D"vi"><head><meta http-equiv=3D"Content-Type" content=3D"text/html; =',
  'charset=3DUTF-8"><title>R=E1=BB=ABng =C4=91=E1=BA=A7u ngu=E1=BB=93n xanh tr=E1=BB=9F l=E1=BA=A1i</title></head><body><article>',
  '<h1>R=E1=BB=ABng =C4=91=E1=BA=A7u ngu=E1=BB=93n xanh tr=E1=BB=9F l=E1=BA=A1i</h1>',
  ...['Sau m=C6=B0=E1=BB=9Di n=C4=83m tr=E1=BB=93ng v=C3=A0 gi=E1=BB=AF, r=E1=BB=ABng =C4=91=E1=BA=A7u ngu=E1=BB=93n =C4=91=C3=A3 kh=C3=A9p t=C3=A1n tr=C3=AAn nh=E1=BB=AFng tri=E1=BB=81n d=E1=BB=91c t=E1=BB=ABng tr=C6=A1 s=E1=BB=8Fi =C4=91=C3=A1, con su=E1=BB=91i c=E1=BA=A1n ng=C3=A0y n=C3=A0o l=E1=BA=A1i c=C3=B3 n=C6=B0=E1=BB=9Bc su=E1=BB=91t m=C3=B9a kh=C3=B4.', 'Ng=C6=B0=E1=BB=9Di trong th=C3=B4n thay nhau =C4=91i tu=E1=BA=A7n, m=E1=BB=97i nh=C3=A0 m=E1=BB=99t ng=C3=A0y trong th=C3=A1ng, v=C3=A0 ghi l=E1=BA=A1i t=E1=BB=ABng g=E1=BB=91c c=C3=A2y =C4=91=C3=A3 ch=E1=BA=BFt =C4=91=E1=BB=83 m=C3=B9a sau tr=E1=BB=93ng b=C3=B9 v=C3=A0o =C4=91=C3=BAng ch=E1=BB=97 =C4=91=C3=B3.'].map((paragraph) => `<p>${paragraph}</p>=`),
  '<figure><img src=3D"https://anh.example/doi.png" srcset=3D"https://anh.example/doi-1600.png 1600w"><figcaption>=C4=90=E1=BB=93i sau m=C6=B0a.</figcaption></figure>',
  '<p>V=C6=B0=E1=BB=9Dn =C6=B0=C6=A1m c=E1=BB=A7a th=C3=B4n c=C3=B3 hai m=C6=B0=C6=A1i ngh=C3=ACn c=C3=A2y gi=E1=BB=91ng, ph=E1=BA=A7n l=E1=BB=9Bn l=C3=A0 gi=E1=BB=95i v=C3=A0 l=C3=A1t, h=E1=BB=A3p v=E1=BB=9Bi =C4=91=E1=BA=A5t d=E1=BB=91c.</p>',
  '<p><img src=3D"cid:vuon@bao.example" alt=3D"V=C6=B0=E1=BB=9Dn =C6=B0=C6=A1m"></p>',
  '<p><img src=3D"https://anh.example/thieu.png" alt=3D"Kh=C3=B4ng c=C3=B3 trong t=E1=BB=87p"></p></article></body></html>',
  '',
  '------MultipartBoundary--aB3x----',
  'Content-Type: text/css',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: cid:css-1@mhtml.blink',
  '',
  '@charset "utf-8";',
  '',
  '------MultipartBoundary--aB3x----',
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  'Content-Location: https://anh.example/doi.png',
  '',
  '@doi',
  '------MultipartBoundary--aB3x----',
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  'Content-ID: <vuon@bao.example>',
  '',
  '@vuon',
  '------MultipartBoundary--aB3x------',
  '',
];

/** The same with real pictures in it, in lines of 76 digits as browsers write them. */
export function chromePage(pictures: { readonly doi: Uint8Array; readonly vuon: Uint8Array }): Uint8Array {
  const inLines = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/(.{76})/g, '$1\r\n');
  return bytesOf(CHROME_PAGE.map((line) => (line === '@doi' ? inLines(pictures.doi) : line === '@vuon' ? inLines(pictures.vuon) : line)));
}
