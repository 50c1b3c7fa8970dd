import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Interfaces that virtual machines, containers and device-to-device links leave up when the cable is out. */
const VIRTUAL_INTERFACE = /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|awdl|llw|anpi|bridge)/i;
const LINK_LOCAL = /^(169\.254\.|fe[89ab][0-9a-f]:)/i;
/** So many hosts whose names nobody knows, in a row: then it is not the hosts. */
const OFFLINE_AFTER = 3;
/** Who has heard from a host so lately has a network, however many names are unknown. */
const HEARD_MS = 60_000;

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

function hasNetwork(interfaces: Interfaces): boolean {
  return Object.entries(interfaces).some(
    ([name, addresses]) => !VIRTUAL_INTERFACE.test(name) && addresses?.some(({ internal, address }) => !internal && !LINK_LOCAL.test(address)) === true,
  );
}

/** Tells a host that does not exist from a machine that has no network. */
export class Connectivity {
  readonly #unknown = new Set<string>();
  readonly #interfaces: () => Interfaces;
  #heardAt = Number.NEGATIVE_INFINITY;

  constructor(interfaces: () => Interfaces = networkInterfaces) {
    this.#interfaces = interfaces;
  }

  /** Some host out there answered. */
  answered(): void {
    this.#heardAt = Date.now();
    this.#unknown.clear();
  }

  /** Notes that the name of `host` could not be looked up or no way led there; whether the network is there all the same. */
  isOnlineWithout(host: string): boolean {
    this.#unknown.add(host);
    if (!hasNetwork(this.#interfaces())) return false;
    return this.#unknown.size < OFFLINE_AFTER || Date.now() - this.#heardAt < HEARD_MS;
  }
}
