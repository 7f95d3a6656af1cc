/**
 * The RP id (P3) of the extension that this repository builds with its development key. The server may not import from
 * `extension/`; a test holds the two together. Who deploys packs under a key of their own and sets EXTENSION_ID.
 */
export const developmentExtensionId = 'jnooeheohahjgfbbggmialjedifcbnoa'
