"""slurm.py TOOL ROOT DIRECTORY: scripts/slurm-check on a cluster of its own: a controller and three nodes on loopback, ended again in any case."""

import getpass
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time

tool, root, directory = sys.argv[1:]
cluster = pathlib.Path(directory, "cluster")
nodes = [f"n{i}" for i in range(3)]


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def configure():
    controller, *ports = free_ports(1 + len(nodes))
    lines = [
        "ClusterName=test",
        f"SlurmctldHost={socket.gethostname().split('.')[0]}(127.0.0.1)",
        f"SlurmUser={getpass.getuser()}",
        f"SlurmdUser={getpass.getuser()}",
        f"SlurmctldPort={controller}",
        f"StateSaveLocation={cluster}/state",
        f"SlurmdSpoolDir={cluster}/spool-%n",
        f"SlurmctldPidFile={cluster}/slurmctld.pid",
        f"SlurmdPidFile={cluster}/%n.pid",
        "AuthType=auth/none",  # all run as one user on one machine
        "CredType=cred/none",
        "ProctrackType=proctrack/linuxproc",
        "TaskPlugin=task/none",
        "JobAcctGatherType=jobacct_gather/none",
        "SelectType=select/cons_tres",
        "SchedulerType=sched/builtin",
        "SchedulerParameters=sched_interval=1",
        "SwitchType=switch/none",
        "MpiDefault=none",
        "ReturnToService=2",
        "SlurmdParameters=config_overrides",
        "KillWait=1",
        "MinJobAge=30",
        *(f"NodeName={node} NodeHostname=localhost NodeAddr=127.0.0.1 Port={port} CPUs=1" for node, port in zip(nodes, ports)),
        f"PartitionName=all Nodes={','.join(nodes)} Default=YES State=UP MaxTime=10",
    ]
    for folder in ("state", *(f"spool-{node}" for node in nodes)):
        (cluster / folder).mkdir(parents=True)
    file = cluster / "slurm.conf"
    file.write_text("\n".join(lines) + "\n")
    return file


def start(config):
    daemons = [["/usr/sbin/slurmctld", "-D", "-i", "-f", config]]
    daemons += [["/usr/sbin/slurmd", "-D", "-N", node, "-f", config] for node in nodes]
    started = []
    for number, command in enumerate(daemons):
        with open(cluster / f"daemon{number}.log", "w") as log:
            started.append(subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL))
    return started


def wait_for_nodes(environment):
    for _ in range(240):
        said = subprocess.run(["sinfo", "-h", "-o", "%t %D"], env=environment, capture_output=True, text=True, timeout=30).stdout
        if said.strip() == f"idle {len(nodes)}":
            return
        time.sleep(0.25)
    logs = "".join(log.read_text()[-2000:] for log in sorted(cluster.glob("daemon*.log")))
    sys.exit(f"the nodes did not come up: {said}\n{logs}")


def check(environment):
    """The cluster's report is that of one run, and a task that fails is told."""
    os.chdir(directory)
    script = [f"{root}/scripts/slurm-check", "-n", "5"]
    run = subprocess.run([*script, "--", "-p", ".", "--whole-program"], env=environment, capture_output=True, text=True, timeout=600)
    one = subprocess.run([tool, "check", "-p", ".", "--whole-program"], capture_output=True, text=True, env=environment)
    assert (run.returncode, run.stdout) == (1, one.stdout), (run, one)
    assert "[sql-injection]" in one.stdout
    ran_on = {line for log in pathlib.Path("clang-sql-parts").glob("node-*") for line in log.read_text().split()}
    assert ran_on == set(nodes), ran_on

    run = subprocess.run([*script, "-d", "bad", "--", "-p", ".", "--timeout=x"], env=environment, capture_output=True, text=True, timeout=600)
    assert run.returncode == 2 and "a task failed; see" in run.stderr and "no task wrote its part" in run.stderr, run
    assert "option '--timeout' needs a number, not 'x'" in pathlib.Path("bad/log-3").read_text()


def main():
    config = configure()
    wrapper = cluster / "clang-sql"  # notes where it runs
    wrapper.write_text(f'#!/bin/sh\n[ -z "$SLURMD_NODENAME" ] || echo $SLURMD_NODENAME > "$CLANG_SQL_PARTS/node-$SLURM_ARRAY_TASK_ID"\nexec {tool} "$@"\n')
    wrapper.chmod(0o755)
    environment = {**os.environ, "SLURM_CONF": str(config), "CLANG_SQL": str(wrapper)}
    daemons = start(config)
    try:
        wait_for_nodes(environment)
        check(environment)
    finally:
        for signal_number in signal.SIGTERM, signal.SIGKILL:
            for daemon in daemons:
                daemon.send_signal(signal_number)
            deadline = time.monotonic() + 5
            while any(daemon.poll() is None for daemon in daemons) and time.monotonic() < deadline:
                time.sleep(0.1)


main()
