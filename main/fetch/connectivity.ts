import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Interfaces that virtual machines, containers and device-to-device links leave up when the cable is out. */
const VIRTUAL_INTERFACE = /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|awdl|llw|anpi|bridge)/i;
const LINK_LOCAL = /^(169\.254\.|fe[89ab][0-9a-f]:)/i;
/** So many hosts whose names nobody knows, in a row: then it is not the hosts. */
const OFFLINE_AFTER = 3;

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

  constructor(interfaces: () => Interfaces = networkInterfaces) {
    this.#interfaces = interfaces;
  }

  /** Some host out there answered. */
  answered(): void {
    this.#unknown.clear();
  }

  /** Notes that the name of `host` could not be looked up or no way led there; whether the network is there all the same. */
  isOnlineWithout(host: string): boolean {
    this.#unknown.add(host);
    return this.#unknown.size < OFFLINE_AFTER && hasNetwork(this.#interfaces());
  }
}
