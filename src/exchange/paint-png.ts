/** Browsers refuse a canvas with a longer side than this. */
const MOST_SIDE_PX = 16_000

/** A drawing as PNG at a multiple of its size in pixels, less where a canvas could not hold it. Rejects when it cannot be painted. */
export async function paintPng(drawing: Blob, widthPx: number, heightPx: number, wanted: number): Promise<Blob> {
  const scale = Math.min(wanted, MOST_SIDE_PX / widthPx, MOST_SIDE_PX / heightPx)
  const address = URL.createObjectURL(drawing)
  try {
    const image = new Image(widthPx, heightPx)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(widthPx * scale)
    canvas.height = Math.round(heightPx * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (file) => (file ? resolve(file) : reject(new Error('The picture could not be painted.'))),
        'image/png',
      )
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}
