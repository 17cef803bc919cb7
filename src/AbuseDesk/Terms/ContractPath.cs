namespace AbuseDesk.Terms;

/// <summary>The way to a suspension that the terms name.</summary>
public enum ContractPath
{
    /// <summary>After a period to cure the breach.</summary>
    Cure,

    /// <summary>Upon notice, without a period to cure.</summary>
    Immediate,
}
