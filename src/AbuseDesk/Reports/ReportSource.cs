namespace AbuseDesk.Reports;

/// <summary>How a report came in.</summary>
public enum ReportSource
{
    /// <summary>Found by the desk itself.</summary>
    Own,
    Mail,
    Form,
    Api,
    Import,
}
