import { BufferAttribute, BufferGeometry, Line, LineBasicMaterial, LineSegments, type Vector3 } from 'three';

/** A line or many of them, whose corners are computed anew for each frame. */
export class MovingLines {
  readonly object: Line<BufferGeometry, LineBasicMaterial>;
  /** x, y, z of the corners in three's axes. */
  readonly corners: Float32Array;

  constructor(most: number, kind: 'one' | 'pairs', opacity: number) {
    this.corners = new Float32Array(most * 3);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(this.corners, 3));
    const material = new LineBasicMaterial({
      transparent: true,
      opacity,
      depthWrite: false,
      toneMapped: false,
    });
    this.object = kind === 'pairs' ? new LineSegments(geometry, material) : new Line(geometry, material);
    this.object.frustumCulled = false;
    this.object.visible = false;
  }

  /** Shows the first so many corners. */
  show(corners: number): void {
    this.object.visible = corners > 0;
    this.object.geometry.setDrawRange(0, corners);
    this.object.geometry.attributes.position!.needsUpdate = true;
  }

  setColour({ x, y, z }: Vector3): void {
    this.object.material.color.setRGB(x, y, z);
  }

  dispose(): void {
    this.object.geometry.dispose();
    this.object.material.dispose();
  }
}
