// Loaded into every Node thread of the application under test: writes down whom it looks up and connects to.
const { appendFileSync } = require('node:fs');
const dns = require('node:dns');
const net = require('node:net');

const file = process.env.DOCBAO_CONNECTION_TRAP;
const note = (kind, host) => appendFileSync(file, `${JSON.stringify({ kind, host })}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function trappedConnect(...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof options === 'object' && options !== null && options.path === undefined) note('connect', `${options.host}:${options.port}`);
  else if (typeof options === 'number') note('connect', `${args[1]}:${options}`);
  return connect.apply(this, args);
};
for (const owner of [dns, dns.promises]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
    const ask = owner[name];
    owner[name] = function trappedLookup(host, ...rest) {
      note('lookup', host);
      return ask.call(this, host, ...rest);
    };
  }
}
note('loaded', '');
