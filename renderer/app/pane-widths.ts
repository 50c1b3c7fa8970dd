/** How wide the panes beside the article are, in pixels: what they start with, how far their edges go, and three widths that are a press away. */
export const PANE_WIDTHS = {
  sidebar: { usual: 240, least: 180, most: 400, narrow: 200, wide: 320 },
  list: { usual: 360, least: 280, most: 640, narrow: 300, wide: 480 },
} as const;
