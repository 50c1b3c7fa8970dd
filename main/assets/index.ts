export { createAssetStore } from './store.ts';
export type { AssetStore } from './types.ts';
