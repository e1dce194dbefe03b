// What a page of an owner takes along: its home, a case, its papers, and what can be done there.

import { isRefused } from '../../miniprogram-api-spec/answers'
import {
  castBallot, countUnreadMessages, drawPoster, fileObjection, getCase, getMe, getVote, listCases,
  logIn, signCase,
} from '../../miniprogram-api-spec/client'
import { Api } from '../../miniprogram-api-spec/core'

const page = {
  Api, castBallot, countUnreadMessages, drawPoster, fileObjection, getCase, getMe, getVote,
  isRefused, listCases, logIn, signCase,
}
export default page
