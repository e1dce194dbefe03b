// What a page of an owner takes along: its home, a case, its papers, and what can be done there.

import { isRefused } from '../../miniprogram-api-spec/answers'
import {
  castBallot, countInbox, fileObjection, getCase, getVote, listCases, login, me, posterPng, sign,
} from '../../miniprogram-api-spec/client'
import { Api } from '../../miniprogram-api-spec/core'

const page = {
  Api, castBallot, countInbox, fileObjection, getCase, getVote, isRefused, listCases, login, me,
  posterPng, sign,
}
export default page
