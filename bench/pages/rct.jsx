// react-calendar-timeline with a group per lane, not stacked.
import { useLayoutEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import Timeline from 'react-calendar-timeline'
import 'react-calendar-timeline/style.css'
import { AXIS_PX, box, connect, drawn, inSight, LANE_NAMES_PX, load, size } from './page.js'

const data = await load()
let inView = data.overview

/** It learns its width first and draws its items after that, still before the same frame is painted. */
function tellWhenDrawn(what) {
  requestAnimationFrame(() => (document.querySelector('.rct-item') ? drawn(what) : tellWhenDrawn(what)))
}

function Lanes() {
  const [hides, setHides] = useState(false)
  const [opened, setOpened] = useState(data.overview)
  const { groups, items } = useMemo(() => {
    const { lanes, marks } = inSight(data, hides)
    return {
      groups: lanes.map(({ name }, id) => ({ id, title: name })),
      items: marks.map(({ id, title, start, end, lane }) => ({
        id,
        group: lane,
        title,
        start_time: start,
        end_time: end,
      })),
    }
  }, [hides])
  useLayoutEffect(() => tellWhenDrawn(hides ? 'hidden' : 'shown'), [hides])
  useLayoutEffect(() => {
    connect({
      hide: setHides,
      show(from, to) {
        inView = [from, to]
        setOpened([from, to])
      },
      window: () => inView,
    })
  }, [])
  return (
    <Timeline
      key={opened.join()}
      groups={groups}
      items={items}
      defaultTimeStart={opened[0]}
      defaultTimeEnd={opened[1]}
      sidebarWidth={LANE_NAMES_PX}
      lineHeight={(size.height - 2 * AXIS_PX) / groups.length}
      itemHeightRatio={0.5}
      stackItems={false}
      canMove={false}
      canResize={false}
      canChangeGroup={false}
      canSelect={false}
      minZoom={3_600_000}
      maxZoom={20 * 31_557_600_000}
      onTimeChange={(from, to, update) => {
        inView = [from, to]
        update(from, to)
      }}
    />
  )
}

createRoot(box()).render(<Lanes />)
