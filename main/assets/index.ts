export { createAssetStore } from './store.ts';
export type { AssetOutcome, AssetStore, SavedAsset, SaveOptions, SkippedAsset } from './types.ts';
