using System.Net;

namespace AbuseDesk.Customers;

/// <summary>
/// A place on the net that somebody may hold: its normalised spelling without scheme ("perch.example/p/1"), its host
/// (lower case, punycode), and its address where the host is one.
/// </summary>
public sealed record Place(string Key, string Host, IPAddress? Address);
