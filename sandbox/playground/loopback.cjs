// Loaded before the Playground, which by itself listens on every interface of the machine and outlives whoever started it.
"use strict";
const net = require("node:net");

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const hostless = typeof port === "number" && typeof rest[0] !== "string";
  return hostless ? listen.call(this, port, "127.0.0.1", ...rest) : listen.call(this, port, ...rest);
};

// The standard input is a pipe of the program that started us: its end is our end, even if that program was killed.
process.stdin.on("end", () => process.exit(0)).resume();
