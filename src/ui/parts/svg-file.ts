/** Presentation attributes that may hold a CSS variable or the text colour of the page. */
const paints = ['fill', 'stroke', 'color'] as const;
const marginPixels = 12;

/**
 * A chart as a file of its own: what the page's style sheets give it is written into it, as attributes. (A <style>
 * element would do in most programs, but not in an <img> under this site's policy.)
 */
export function standaloneSvg(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = [drawn, ...drawn.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const target = copies[index];
    if (target === undefined) return;
    const style = getComputedStyle(original);
    for (const paint of paints) {
      if (/var\(|currentColor/.test(original.getAttribute(paint) ?? '')) {
        target.setAttribute(paint, paint === 'color' ? style.color : style[paint]);
      }
    }
  });
  const style = getComputedStyle(drawn);
  const [width, height] = [drawn.width.baseVal.value, drawn.height.baseVal.value];
  const paper = getComputedStyle(drawn.closest('figure') ?? drawn).backgroundColor;
  const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const box = {
    x: -marginPixels,
    y: -marginPixels,
    width: width + 2 * marginPixels,
    height: height + 2 * marginPixels,
  };
  for (const [name, value] of Object.entries(box)) background.setAttribute(name, String(value));
  background.setAttribute('fill', paper === 'rgba(0, 0, 0, 0)' ? 'white' : paper);
  copy.prepend(background);
  copy.removeAttribute('class');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute('color', style.color);
  copy.setAttribute('fill', 'currentColor');
  copy.setAttribute('font-family', style.fontFamily.replaceAll('"', "'"));
  copy.setAttribute('font-size', style.fontSize);
  return new XMLSerializer().serializeToString(copy);
}

/** The same as pixels, at twice the size of the screen's. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('no picture'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
