import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { useEffect, useRef } from 'preact/hooks'
import { carried, heldOver, putDown, takeUp, type Load } from './carried.ts'
import './drag.css'

/** Makes the element around it draggable while `load` gives something. That lies in `carried`, never in the browser's own store. */
export function DragHandle({ load }: { readonly load: () => Load | null }) {
  const mark = useRef<HTMLSpanElement>(null)
  const now = useRef(load)
  now.current = load
  useEffect(() => {
    const element = mark.current?.parentElement
    if (!element) return
    return draggable({
      element,
      canDrag: () => now.current() !== null,
      onGenerateDragPreview: ({ nativeSetDragImage }) => {
        const label = now.current()?.label ?? ''
        setCustomNativeDragPreview({
          nativeSetDragImage,
          getOffset: () => ({ x: -12, y: 12 }),
          render: ({ container }) => {
            const picture = document.createElement('div')
            picture.className = 'ui-drag-picture'
            picture.textContent = label
            container.append(picture)
          },
        })
      },
      onDragStart: () => {
        takeUp('pointer', now.current())
      },
      // It hears of the drop before the place does, which needs the load still.
      onDrop: ({ location }) => {
        if (location.current.dropTargets.length === 0) putDown()
      },
    })
  }, [])
  return <span ref={mark} hidden />
}

export interface DropPlaceProps {
  /** What `heldOver` calls this place. */
  readonly id: string
  readonly takes: (load: Load) => boolean
  readonly onDrop: (load: Load) => void
}

/** Makes the element around it a place to drop on, for loads that it takes. Over any other the browser's pointer says no. */
export function DropPlace(props: DropPlaceProps) {
  const mark = useRef<HTMLSpanElement>(null)
  const now = useRef(props)
  now.current = props
  useEffect(() => {
    const element = mark.current?.parentElement
    if (!element) return
    // Also where it is not taken, so that the page can say why.
    const onOver = () => {
      if (carried.peek()?.by === 'pointer') heldOver.value = now.current.id
    }
    element.addEventListener('dragenter', onOver)
    const stop = dropTargetForElements({
      element,
      canDrop: () => {
        const load = carried.peek()?.load
        return load !== undefined && now.current.takes(load)
      },
      getDropEffect: () => 'move',
      onDrop: () => {
        const load = carried.peek()?.load
        putDown()
        if (load !== undefined) now.current.onDrop(load)
      },
    })
    return () => {
      element.removeEventListener('dragenter', onOver)
      stop()
    }
  }, [])
  return <span ref={mark} hidden />
}
