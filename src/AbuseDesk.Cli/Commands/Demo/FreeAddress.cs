using System.Net;
using System.Net.Sockets;

namespace AbuseDesk.Cli.Commands.Demo;

internal static class FreeAddress
{
    /// <summary>The first port on 127.0.0.1 that is free, from the given one on.</summary>
    public static string Near(int port)
    {
        for (var candidate = port; candidate < port + 100; candidate++)
        {
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, candidate));
                return $"http://127.0.0.1:{candidate}";
            }
            catch (SocketException)
            {
                // taken: try the next
            }
        }

        throw new DeskException($"No port from {port} to {port + 99} is free; name an address with --urls.");
    }
}
