import subprocess

subprocess.Popen(["sh", "-c", "sleep 20; : aimak-hostile-daemon"], start_new_session=True)
