/** Where one generation of bridges ends and the next begins. */

/** The first software with CLIP v2, as `swversion` counts. */
export const FIRST_V2_VERSION = 1_948_086_000
