namespace AbuseDesk.Terms;

/// <summary>The way to a measure that the terms name.</summary>
public enum ContractPath
{
    /// <summary>A suspension, after a period to cure the breach.</summary>
    Cure,

    /// <summary>A suspension upon notice, without a period to cure.</summary>
    Immediate,

    /// <summary>The end of the contract, upon notice.</summary>
    Termination,
}
