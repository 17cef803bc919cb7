using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace AbuseDesk.EndToEnd.Faults;

/// <summary>A PostgreSQL server of one test alone, which may be stopped in the middle of its work.</summary>
internal sealed class OwnPostgres : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "abusedesk-pg-" + Guid.NewGuid().ToString("n"));
    private readonly int port = FreePort();

    public string ConnectionString { get; private set; } = "";

    /// <summary>Starts it, for the first time or again; ignores the test where there is no PostgreSQL.</summary>
    public void Start()
    {
        if (!Directory.Exists("/usr/lib/postgresql")) Missing.Part("PostgreSQL is not installed here; tests/run installs it on Debian as root.");
        ConnectionString = Shell.Run(Service("postgres-up.sh"), folder, port.ToString(CultureInfo.InvariantCulture)).Trim();
    }

    /// <summary>Ends every connection at once. As it is started, a crash could lose what was committed last: that is no fault of the desk.</summary>
    public void Stop()
    {
        var control = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(), "bin", "pg_ctl");
        string[] stop = [control, "-D", Path.Combine(folder, "data"), "-m", "fast", "-w", "stop"];
        if (Environment.UserName == "root") Shell.Run("runuser", ["-u", "postgres", "--", .. stop]);
        else Shell.Run(stop[0], stop[1..]);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder)) Shell.Run(Service("postgres-down.sh"), folder);
    }

    private static string Service(string script, [CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "services", script));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
