// Loaded before the Playground, which by itself listens on every interface of the machine, outlives whoever started it, and
// even with --disable-telemetry reports to Microsoft that it runs (statsbeat). It has nothing to do outside this machine.
"use strict";
const net = require("node:net");

const HERE = new Set(["127.0.0.1", "::1", "localhost"]);

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const hostless = typeof port === "number" && typeof rest[0] !== "string";
  return hostless ? listen.call(this, port, "127.0.0.1", ...rest) : listen.call(this, port, ...rest);
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  const [to, host] = Array.isArray(given[0]) ? given[0] : given;
  const wanted = typeof to === "object" ? to.host : typeof host === "string" ? host : undefined;
  if (wanted === undefined || HERE.has(wanted)) return connect.apply(this, given);
  const refused = Object.assign(new Error(`The Playground stays on this machine: ${wanted} is not it.`), { code: "ECONNREFUSED" });
  process.nextTick(() => this.destroy(refused));
  return this;
};

// The standard input is a pipe of the program that started us: its end is our end, even if that program was killed.
process.stdin.on("end", () => process.exit(0)).resume();
