namespace AbuseDesk.Evidence;

/// <summary>What evidence was captured for.</summary>
public enum EvidencePurpose
{
    Screenshot,
    Report,
    Plan,
    Notice,
    Mail,
    Document,
}
