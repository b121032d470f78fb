/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Generated from proto/etcd/rpc.proto by generateDescriptor.mjs: do not edit.

export const rpcDescriptor = {
  "nested": {
    "etcdserverpb": {
      "nested": {
        "KV": {
          "methods": {
            "Range": {
              "requestType": "RangeRequest",
              "responseType": "RangeResponse"
            }
          }
        },
        "Cluster": {
          "methods": {
            "MemberList": {
              "requestType": "MemberListRequest",
              "responseType": "MemberListResponse"
            }
          }
        },
        "Maintenance": {
          "methods": {
            "Alarm": {
              "requestType": "AlarmRequest",
              "responseType": "AlarmResponse"
            },
            "Status": {
              "requestType": "StatusRequest",
              "responseType": "StatusResponse"
            },
            "HashKV": {
              "requestType": "HashKVRequest",
              "responseType": "HashKVResponse"
            }
          }
        },
        "ResponseHeader": {
          "fields": {
            "cluster_id": {
              "type": "uint64",
              "id": 1
            },
            "member_id": {
              "type": "uint64",
              "id": 2
            },
            "revision": {
              "type": "int64",
              "id": 3
            },
            "raft_term": {
              "type": "uint64",
              "id": 4
            }
          }
        },
        "RangeRequest": {
          "fields": {
            "key": {
              "type": "bytes",
              "id": 1
            },
            "limit": {
              "type": "int64",
              "id": 3
            },
            "serializable": {
              "type": "bool",
              "id": 7
            },
            "keys_only": {
              "type": "bool",
              "id": 8
            }
          }
        },
        "RangeResponse": {
          "fields": {
            "header": {
              "type": "ResponseHeader",
              "id": 1
            },
            "count": {
              "type": "int64",
              "id": 4
            }
          }
        },
        "MemberListRequest": {
          "fields": {
            "linearizable": {
              "type": "bool",
              "id": 1
            }
          }
        },
        "MemberListResponse": {
          "fields": {
            "header": {
              "type": "ResponseHeader",
              "id": 1
            },
            "members": {
              "rule": "repeated",
              "type": "Member",
              "id": 2
            }
          }
        },
        "Member": {
          "fields": {
            "ID": {
              "type": "uint64",
              "id": 1
            },
            "name": {
              "type": "string",
              "id": 2
            },
            "peerURLs": {
              "rule": "repeated",
              "type": "string",
              "id": 3
            },
            "clientURLs": {
              "rule": "repeated",
              "type": "string",
              "id": 4
            },
            "isLearner": {
              "type": "bool",
              "id": 5
            }
          }
        },
        "AlarmRequest": {
          "fields": {
            "memberID": {
              "type": "uint64",
              "id": 2
            },
            "alarm": {
              "type": "AlarmType",
              "id": 3
            }
          }
        },
        "AlarmResponse": {
          "fields": {
            "header": {
              "type": "ResponseHeader",
              "id": 1
            },
            "alarms": {
              "rule": "repeated",
              "type": "AlarmMember",
              "id": 2
            }
          }
        },
        "AlarmMember": {
          "fields": {
            "memberID": {
              "type": "uint64",
              "id": 1
            },
            "alarm": {
              "type": "AlarmType",
              "id": 2
            }
          }
        },
        "AlarmType": {
          "values": {
            "NONE": 0,
            "NOSPACE": 1,
            "CORRUPT": 2
          }
        },
        "StatusRequest": {
          "fields": {}
        },
        "StatusResponse": {
          "fields": {
            "header": {
              "type": "ResponseHeader",
              "id": 1
            },
            "version": {
              "type": "string",
              "id": 2
            },
            "dbSize": {
              "type": "int64",
              "id": 3
            },
            "leader": {
              "type": "uint64",
              "id": 4
            },
            "raftIndex": {
              "type": "uint64",
              "id": 5
            },
            "raftTerm": {
              "type": "uint64",
              "id": 6
            },
            "raftAppliedIndex": {
              "type": "uint64",
              "id": 7
            },
            "errors": {
              "rule": "repeated",
              "type": "string",
              "id": 8
            },
            "dbSizeInUse": {
              "type": "int64",
              "id": 9
            },
            "isLearner": {
              "type": "bool",
              "id": 10
            },
            "dbSizeQuota": {
              "type": "int64",
              "id": 12
            }
          }
        },
        "HashKVRequest": {
          "fields": {
            "revision": {
              "type": "int64",
              "id": 1
            }
          }
        },
        "HashKVResponse": {
          "fields": {
            "header": {
              "type": "ResponseHeader",
              "id": 1
            },
            "hash": {
              "type": "uint32",
              "id": 2
            },
            "compact_revision": {
              "type": "int64",
              "id": 3
            },
            "hash_revision": {
              "type": "int64",
              "id": 4
            }
          }
        }
      }
    }
  }
};
